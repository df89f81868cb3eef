"""What the voices on one camera add up to: unconfirmed, confirmed, disputed or gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mapper.evidence.aspects import Saying, weigh
from mapper.vocabulary import State, Verdict


@dataclass(frozen=True, slots=True)
class Voice:
    """One verdict on one camera; its fields mean what those of a `Saying` mean."""

    who: str
    day: date
    verdict: Verdict
    standing: bool
    weight: float = 1.0
    council: bool = False

    @property
    def present(self) -> bool:
        """Whether the voice says that there is a camera, changed or not."""
        return self.verdict is not Verdict.GONE


def belief_of(voices: Iterable[Voice], *, agreement: float) -> State:
    """Give what the voices add up to whatever their age; never stale.

    Presence is weighed like every aspect, with two answers: there, confirmed by enough voices,
    and no longer there, which is *gone* by the same measure.
    """
    found = weigh(map(_saying_of, voices), agreement=agreement)
    if found is None:
        return State.UNCONFIRMED
    gone = found.state is State.CONFIRMED and not found.value
    return State.GONE if gone else found.state


def _saying_of(voice: Voice) -> Saying[bool]:
    return Saying(
        who=voice.who,
        day=voice.day,
        standing=voice.standing,
        weight=voice.weight,
        council=voice.council,
        value=voice.present,
        founding=False,
        # On one day *present* is the later, so that a slip removes nothing.
        number=int(voice.present),
    )
