"""What the voices on one camera add up to: unconfirmed, confirmed, disputed, stale or gone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import fsum

from mapper.vocabulary import State, Verdict

_CONTRIBUTORS = 2
_DAYS = 2

_ROUNDING = 1e-9
"""Weights are shares such as a third: their sums may miss a whole number by this much."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One verdict on one camera.

    `who` tells contributors apart and means nothing else; an imported source is a contributor
    without standing. `weight` is 1, or less where several voices came through one address on
    one day and together count as one. `council` marks a council's own verification.
    """

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


@dataclass(frozen=True, slots=True)
class _Stance:
    """Where one contributor stands now, and all her voices that say so."""

    present: bool
    days: frozenset[date]
    standing: bool
    weight: float


def belief_of(voices: Sequence[Voice], *, agreement: float) -> State:
    """Give what the voices add up to whatever their age; never stale.

    Each contributor's latest verdict counts once. A side wins with more than the share
    `agreement` of all weight and with enough voices: two contributors' weight, two days, one
    contributor with standing. A council's verification wins alone, until newer voices of others
    win the opposite by themselves. Enough voices without a winner are a dispute.
    """
    council = max((voice for voice in voices if voice.council), key=_recency, default=None)
    if council is None:
        return _belief_of_stances(_stances_of(voices), agreement)
    newer = [voice for voice in voices if not voice.council and voice.day > council.day]
    verified, opposite = State.CONFIRMED, State.GONE
    if not council.present:
        verified, opposite = opposite, verified
    overturned = _belief_of_stances(_stances_of(newer), agreement) is opposite
    return opposite if overturned else verified


def _belief_of_stances(stances: Sequence[_Stance], agreement: float) -> State:
    """Weigh those for presence against those for absence."""
    total = fsum(stance.weight for stance in stances)
    sides = {
        State.CONFIRMED: [stance for stance in stances if stance.present],
        State.GONE: [stance for stance in stances if not stance.present],
    }
    for state, side in sides.items():
        share = fsum(stance.weight for stance in side)
        if share > agreement * total + _ROUNDING:
            return state if _enough(side) else State.UNCONFIRMED
    return State.DISPUTED if _enough(stances) else State.UNCONFIRMED


def _enough(stances: Sequence[_Stance]) -> bool:
    """Whether so many contributors spoke on so many days, and one of them has standing."""
    return (
        fsum(stance.weight for stance in stances) >= _CONTRIBUTORS - _ROUNDING
        and len(frozenset[date]().union(*(stance.days for stance in stances))) >= _DAYS
        and any(stance.standing for stance in stances)
    )


def _stances_of(voices: Iterable[Voice]) -> list[_Stance]:
    """Bring each contributor's voices down to where she stands now; weightless voices are none."""
    counted = sorted((voice for voice in voices if voice.weight > 0), key=lambda voice: voice.who)
    return [_stance_of(list(group)) for _, group in groupby(counted, key=lambda voice: voice.who)]


def _stance_of(voices: Sequence[Voice]) -> _Stance:
    """Where one contributor stands: on the side of her latest voice, with all that agree."""
    latest = max(voices, key=_recency)
    agreeing = [voice for voice in voices if voice.present is latest.present]
    return _Stance(
        present=latest.present,
        days=frozenset(voice.day for voice in agreeing),
        standing=any(voice.standing for voice in agreeing),
        weight=max(voice.weight for voice in agreeing),
    )


def _recency(voice: Voice) -> tuple[date, bool]:
    """Order voices by day; on one day *present* is the later, so that a slip removes nothing."""
    return voice.day, voice.present
