"""A town in which a few people map honestly while somebody with a hundred keys invents cameras.

Only the arithmetic of belief and of standing is used, so that years pass in a second.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from mapper.evidence.confirmation import Voice, belief_of
from mapper.evidence.standing import FirstReport, Reply, has_earned, outcome_of
from mapper.settings import limits
from mapper.sightings.rules.first_reports import BAR
from mapper.vocabulary import State, Verdict

BEGIN = date(2026, 1, 1)
DAYS = 180
PEOPLE = 12
SEEN_BY = 3
TRUE = 240
INVENTED = 200
PUPPETS = 90
# Ten keys more report all inventions first, so that there are many to earn standing with.
INVENTORS = 10
ADDRESSES = 10
# So many puppets agree with each invention: more than any camera has honest voices.
AGREEING = 20


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says, on one day and through one address, that a camera is there."""

    camera: int
    who: str
    day: int
    address: str


@dataclass(frozen=True, slots=True)
class Shares:
    """Which share of the true and of the invented cameras was believed in the end."""

    true: float
    invented: float


@dataclass
class Town:
    """What was said in it, and who has standing; inventions have negative numbers."""

    sayings: list[Saying]
    standing: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Order what was said by day, and weigh it: one voice a day, address and camera."""
        heard: set[tuple[str, int, int]] = set()
        self.about: dict[int, list[tuple[Saying, float]]] = defaultdict(list)
        for saying in sorted(self.sayings, key=lambda one: one.day):
            place = (saying.address, saying.camera, saying.day)
            self.about[saying.camera].append((saying, 0.0 if place in heard else 1.0))
            heard.add(place)

    def live(self) -> Shares:
        """Let standing be earned until nobody earns any more; the shares that are believed."""
        while earned := self._earned():
            self.standing |= earned
        confirmed = [camera for camera in self.about if self.state(camera) is State.CONFIRMED]
        invented = sum(camera < 0 for camera in confirmed)
        return Shares((len(confirmed) - invented) / TRUE, invented / INVENTED)

    def state(self, camera: int) -> State:
        """What is believed of a camera."""
        voices = [self._voice(saying, weight) for saying, weight in self.about[camera]]
        return belief_of(voices, agreement=limits.AGREEMENT_SHARE)

    def _voice(self, saying: Saying, weight: float) -> Voice:
        day, stands = BEGIN + timedelta(days=saying.day), saying.who in self.standing
        return Voice(saying.who, day, Verdict.PRESENT, stands, weight)

    def _earned(self) -> set[str]:
        """Those without standing who have earned it by now."""
        reports: dict[str, list[FirstReport]] = defaultdict(list)
        for camera in self.about:
            first = self.about[camera][0][0]
            if first.who not in self.standing:
                reports[first.who].append(self._outcome(camera, first))
        return {who for who, told in reports.items() if has_earned(told, BAR)}

    def _outcome(self, camera: int, first: Saying) -> FirstReport:
        others = (saying for saying, weight in self.about[camera] if weight)
        return outcome_of(
            BEGIN + timedelta(days=first.day),
            abs(camera) % 40,
            self.state(camera),
            list(self._replies(others, first.who)),
            refuted_within_days=limits.STANDING_REFUTED_WITHIN_DAYS,
            invented=False,
        )

    def _replies(self, others: Iterable[Saying], reporter: str) -> Iterable[Reply]:
        for saying in others:
            if saying.who != reporter:
                yield Reply(
                    who=saying.who,
                    day=BEGIN + timedelta(days=saying.day),
                    present=True,
                    standing=saying.who in self.standing,
                )


def honest(dice: Random) -> Iterable[Saying]:
    """Each true camera seen by three people, each from her own home, on days of their own."""
    for camera in range(1, TRUE + 1):
        for person in dice.sample(range(PEOPLE), SEEN_BY):
            yield Saying(camera, f"person {person}", dice.randrange(DAYS), f"home {person}")


def puppets(dice: Random, *, patient: bool, scouts: int) -> Iterable[Saying]:
    """A hundred keys that agree with all that is true, and with one another's inventions.

    The patient spread it over half a year, the others have it done in three days. So many
    `scouts` among them moreover do real work: each is the first to report ten true cameras.
    """
    last = DAYS - 1
    days = range(DAYS) if patient else range(last - 2, DAYS)
    for puppet in range(PUPPETS):
        address = f"address {puppet % ADDRESSES}"
        for camera in range(1, TRUE + 1):
            is_first = puppet < scouts and camera % (TRUE // 10) == puppet
            day = camera * 7 % 30 - 30 if is_first else last
            yield Saying(camera, f"puppet {puppet}", day, address)
    for invention in range(1, INVENTED + 1):
        inventor, begun = PUPPETS + invention % INVENTORS, invention % len(days) // 4
        spoken = [(inventor, days[begun]), *((one, dice.choice(days)) for one in agreeing(dice))]
        for puppet, day in spoken:
            address = f"address {puppet % ADDRESSES}"
            yield Saying(-invention, f"puppet {puppet}", day, address)


def agreeing(dice: Random) -> Iterable[int]:
    """Those who agree with one invention."""
    return dice.sample(range(PUPPETS), AGREEING)


def town(seed: int, *, patient: bool, standing: int, scouts: int = 0) -> Town:
    """A town where so many of its people have standing to begin with."""
    dice = Random(seed)  # noqa: S311  (nothing is guarded by it)
    said = [*honest(dice), *puppets(dice, patient=patient, scouts=scouts)]
    return Town(said, {f"person {number}" for number in range(standing)})
