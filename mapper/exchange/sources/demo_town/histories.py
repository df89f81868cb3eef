"""What people and a list have said of each camera over the years, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from mapper.exchange.sources.demo_town.labels import CONTRIBUTOR_MARK
from mapper.vocabulary import Verdict

STALE_FROM = 740
"""Days ago; a little beyond what the limits call stale."""


@dataclass(frozen=True, slots=True)
class Walker:
    """An invented contributor."""

    key_hash: str
    has_standing: bool


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """One sighting to be: so many days ago, by the contributor with this number."""

    days_ago: int
    walker: int
    verdict: Verdict = Verdict.PRESENT


@dataclass(frozen=True, slots=True)
class Listed:
    """When the invented list has held a camera, in days ago; `missing` where it dropped it."""

    first: int
    seen: int
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """All that was said of one camera; the oldest look comes first."""

    looks: tuple[Look, ...] = ()
    listed: Listed | None = None


VINTAGES_AGO = (940, 520, 45)
"""When the invented list came out, in days ago."""

_STANDING = 4
_FEW = 2
_CHANGED_SHARE = 0.3
_WALKERS = 11
_Fate = Callable[[Random], History]


def walkers(seed: str) -> list[Walker]:
    """The contributors of the town; the first few have standing."""
    return [
        Walker(
            CONTRIBUTOR_MARK + sha256(f"{seed}/walker/{number}".encode()).hexdigest()[:60],
            number < _STANDING,
        )
        for number in range(_WALKERS)
    ]


def history_of(number: int, dice: Random) -> History:
    """The history of the camera with this number; fates are dealt in turn, so that all occur."""
    return _FATES[number % len(_FATES)](dice)


def _days(dice: Random, count: int, newest: int, oldest: int) -> list[int]:
    """Different days, the oldest first."""
    return sorted(dice.sample(range(newest, oldest), count), reverse=True)


def _company(dice: Random, count: int) -> list[int]:
    """Different walkers, one of them at least with standing, in any order."""
    known = dice.randrange(_STANDING)
    others = [number for number in range(_WALKERS) if number != known]
    company = [known, *dice.sample(others, count - 1)]
    dice.shuffle(company)
    return company


def _well_known(dice: Random) -> History:
    """Seen by several, lately too."""
    company = _company(dice, dice.choice((2, 3, 3, 4, 5)))
    days = _days(dice, len(company), 4, dice.choice((90, 300, 690)))
    looks = [Look(day, walker) for day, walker in zip(days, company, strict=True)]
    if len(looks) > _FEW and dice.random() < _CHANGED_SHARE:
        looks[-1] = Look(looks[-1].days_ago, looks[-1].walker, Verdict.CHANGED)
    return History(tuple(looks))


def _listed_and_seen(dice: Random) -> History:
    """In the list, and seen there by somebody with standing."""
    first = dice.choice(VINTAGES_AGO[:2])
    looks = [Look(day, dice.randrange(_STANDING)) for day in _days(dice, 1, 8, first - 10)]
    return History(tuple(looks), Listed(first, first + dice.randrange(3, 60)))


def _seen_once(dice: Random) -> History:
    """Logged by one contributor."""
    return History((Look(dice.randrange(2, 420), dice.randrange(_WALKERS)),))


def _only_listed(dice: Random) -> History:
    """In the list alone."""
    first = dice.choice(VINTAGES_AGO[1:])
    return History((), Listed(first, first + dice.randrange(3, 120)))


def _disputed(dice: Random) -> History:
    """As many say it is gone as say it is there."""
    company = _company(dice, 4)
    days = _days(dice, 4, 6, 400)
    verdicts = (Verdict.PRESENT, Verdict.PRESENT, Verdict.GONE, Verdict.GONE)
    return History(tuple(map(Look, days, company, verdicts)))


def _long_unseen(dice: Random) -> History:
    """Confirmed once, but nobody has looked for more than two years."""
    company = _company(dice, dice.choice((1, 2, 3)))
    days = _days(dice, len(company), STALE_FROM, 1500)
    return History(tuple(map(Look, days, company)))


def _gone(dice: Random) -> History:
    """Once seen by two, who now say that it is gone."""
    company = _company(dice, 2)
    before, after = _days(dice, 2, 300, 900), _days(dice, 2, 5, 200)
    looks = [*map(Look, before, company)]
    looks += [Look(day, walker, Verdict.GONE) for day, walker in zip(after, company, strict=True)]
    return History(tuple(looks))


def _dropped(dice: Random) -> History:
    """Dropped from the list, and found gone by somebody with standing."""
    first, _, last = VINTAGES_AGO
    look = Look(dice.randrange(5, 40), dice.randrange(_STANDING), Verdict.GONE)
    return History((look,), Listed(first, first + dice.randrange(3, 90), missing=last))


_FATES: tuple[_Fate, ...] = (
    _well_known, _seen_once, _listed_and_seen, _well_known, _only_listed, _well_known,
    _long_unseen, _well_known, _seen_once, _disputed, _well_known, _listed_and_seen,
    _gone, _well_known, _only_listed, _long_unseen, _well_known, _seen_once, _dropped,
    _listed_and_seen,
)  # fmt: skip
