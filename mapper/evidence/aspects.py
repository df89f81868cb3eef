"""What was said of one aspect of a camera, and which answer follows: the arithmetic of belief."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import fsum
from operator import eq
from typing import Generic, TypeVar

from mapper.vocabulary import State

T = TypeVar("T")

_CONTRIBUTORS = 2
_DAYS = 2

_ROUNDING = 1e-9
"""Weights are shares such as a third: their sums may miss a whole number by this much."""


@dataclass(frozen=True, slots=True)
class Saying(Generic[T]):
    """One answer to one question about a camera.

    `who` tells contributors apart and means nothing else; an imported source is a contributor
    without standing. `weight` is 1, or less where several voices came through one address on one
    day and together count as one. `council` marks a council's own verification, `founding` the
    voice that first told of the camera. `number` rises in the order in which sayings were told.
    """

    who: str
    day: date
    standing: bool
    weight: float
    council: bool
    value: T
    founding: bool
    number: int = 0


@dataclass(frozen=True, slots=True)
class AspectBelief(Generic[T]):
    """The answer that is shown, how sure it is, how many say so, and when the last of them did.

    `state` is confirmed, disputed (enough voices and no answer that has won) or unconfirmed.
    """

    value: T
    state: State
    voices: int
    last: date


@dataclass(frozen=True, slots=True)
class _Stance(Generic[T]):
    """Where one contributor stands now, and all her sayings that say so."""

    who: str
    value: T
    days: frozenset[date]
    standing: bool
    weight: float
    founding: bool
    first: int


@dataclass(frozen=True, slots=True)
class _Side(Generic[T]):
    """One answer, the contributor who stands for it most plainly, and everybody it suits."""

    of: _Stance[T]
    stances: Sequence[_Stance[T]]
    share: float
    wins: bool

    @property
    def rank(self) -> tuple[bool, float, float, bool, int, str]:
        """The higher is shown: confirmed, then by standing, by weight, and by who told first."""
        standing = fsum(stance.weight for stance in self.stances if stance.standing)
        confirmed = self.wins and _enough(self.stances)
        weights = (round(standing, 9), round(self.share, 9))
        return confirmed, *weights, self.of.founding, -self.of.first, self.of.who


def weigh(
    sayings: Iterable[Saying[T]], *, agreement: float, supports: Callable[[T, T], bool] = eq
) -> AspectBelief[T] | None:
    """Give what sayings about one aspect add up to, whatever their age; None where nobody spoke.

    Each contributor's latest saying counts once. An answer is confirmed with more than the share
    `agreement` of all weight and with enough voices: two contributors' weight, two days, one
    contributor with standing. A council's word is confirmed alone, until newer voices of others
    confirm another by themselves. Else the answer with the most weight of standing is shown, then
    with the most weight, then that of the founding voice, then the one told earliest.
    `supports(said, answer)` says whether who said one thing stands for an answer too.
    """
    heard = [saying for saying in sayings if saying.weight > 0]
    council = max((saying for saying in heard if saying.council), key=_recency, default=None)
    if council is None:
        return _weigh_stances(_stances_of(heard, supports), agreement, supports)
    newer = [saying for saying in heard if not saying.council and saying.day > council.day]
    found = weigh(newer, agreement=agreement, supports=supports)
    if found and found.state is State.CONFIRMED and not supports(found.value, council.value):
        return found
    agreeing = [saying for saying in heard if supports(saying.value, council.value)]
    return AspectBelief(
        council.value,
        State.CONFIRMED,
        voices=len({saying.who for saying in agreeing}),
        last=max(saying.day for saying in agreeing),
    )


def _weigh_stances(
    stances: Sequence[_Stance[T]], agreement: float, supports: Callable[[T, T], bool]
) -> AspectBelief[T] | None:
    if not stances:
        return None
    most = agreement * fsum(stance.weight for stance in stances) + _ROUNDING
    sides = [_side_of(stance, stances, most, supports) for stance in _spokesmen(stances)]
    shown = max(sides, key=lambda side: side.rank)
    return AspectBelief(
        shown.of.value,
        _state_of(shown, sides, stances),
        voices=len(shown.stances),
        last=max(max(stance.days) for stance in shown.stances),
    )


def _state_of(shown: _Side[T], sides: Sequence[_Side[T]], stances: Sequence[_Stance[T]]) -> State:
    if shown.wins and _enough(shown.stances):
        return State.CONFIRMED
    won = any(side.wins for side in sides)
    return State.DISPUTED if not won and _enough(stances) else State.UNCONFIRMED


def _spokesmen(stances: Sequence[_Stance[T]]) -> Iterable[_Stance[T]]:
    """For each answer, whoever stands for it first."""
    earliest = sorted(stances, key=lambda one: (not one.founding, one.first, one.who), reverse=True)
    return {stance.value: stance for stance in earliest}.values()


def _side_of(
    stance: _Stance[T],
    stances: Sequence[_Stance[T]],
    most: float,
    supports: Callable[[T, T], bool],
) -> _Side[T]:
    side = [one for one in stances if supports(one.value, stance.value)]
    share = fsum(one.weight for one in side)
    return _Side(stance, side, share, wins=share > most)


def _enough(stances: Sequence[_Stance[T]]) -> bool:
    """Whether so many contributors spoke on so many days, and one of them has standing."""
    return (
        fsum(stance.weight for stance in stances) >= _CONTRIBUTORS - _ROUNDING
        and len(frozenset[date]().union(*(stance.days for stance in stances))) >= _DAYS
        and any(stance.standing for stance in stances)
    )


def _stances_of(sayings: Iterable[Saying[T]], supports: Callable[[T, T], bool]) -> list[_Stance[T]]:
    """Bring each contributor's sayings down to where she stands now."""
    counted = sorted(sayings, key=lambda saying: saying.who)
    grouped = groupby(counted, key=lambda saying: saying.who)
    return [_stance_of(who, list(group), supports) for who, group in grouped]


def _stance_of(
    who: str, sayings: Sequence[Saying[T]], supports: Callable[[T, T], bool]
) -> _Stance[T]:
    """Where one contributor stands: for her latest answer, with all her sayings that suit it."""
    latest = max(sayings, key=_recency)
    agreeing = [saying for saying in sayings if supports(saying.value, latest.value)]
    return _Stance(
        who=who,
        value=latest.value,
        days=frozenset(saying.day for saying in agreeing),
        standing=any(saying.standing for saying in agreeing),
        weight=max(saying.weight for saying in agreeing),
        founding=any(saying.founding for saying in agreeing),
        first=min(saying.number for saying in agreeing),
    )


def _recency(saying: Saying[T]) -> tuple[date, int]:
    """Order sayings by the day they are of, and on one day by when they were told."""
    return saying.day, saying.number
