"""Everything that is believed of one camera, from all voices about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mapper.evidence import Place, Voice, belief_of
from mapper.settings import limits
from mapper.sightings.rules.aspects import LOCATION, beliefs_about, disputed_in
from mapper.sightings.rules.voices import CameraVoice
from mapper.vocabulary import CameraReading, State


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether a camera is there, how many say so or not, and the first and last day it was seen."""

    state: State
    voices: int
    first_seen_on: date | None
    last_seen_on: date | None


@dataclass(frozen=True, slots=True)
class Belief:
    """What follows for one camera from all voices about it.

    `place` is None where nobody says where it is; `disputed` names aspects, None for none.
    """

    presence: Presence
    place: Place | None
    reading: CameraReading
    disputed: list[str] | None


def presence_from(voices: Sequence[Voice]) -> Presence:
    """State, number of voices, first and last day seen; *stale* is left to the day of reading."""
    seen = [voice.day for voice in voices if voice.present]
    return Presence(
        state=belief_of(voices, agreement=limits.AGREEMENT_SHARE),
        voices=len({voice.who for voice in voices if voice.weight > 0}),
        first_seen_on=min(seen, default=None),
        last_seen_on=max(seen, default=None),
    )


def belief_from(camera_voices: Sequence[CameraVoice]) -> Belief:
    """Weigh everything said of one camera."""
    beliefs = beliefs_about(camera_voices)
    values: dict[str, Any] = {aspect: belief.value for aspect, belief in beliefs.items()}
    return Belief(
        presence=presence_from([voice.of_presence for voice in camera_voices]),
        place=values.pop(LOCATION, None),
        reading=CameraReading(**values),
        disputed=disputed_in(beliefs),
    )
