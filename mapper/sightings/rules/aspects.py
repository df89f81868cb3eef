"""What is believed of each aspect of a camera, by what all voices about it say."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import eq
from typing import Any

from mapper.evidence import AspectBelief, Saying, same_facings, supports_place, weigh
from mapper.settings import limits
from mapper.sightings.rules.voices import NOBODY, CameraVoice
from mapper.vocabulary import OperatorType, State

LOCATION = "location"
"""The aspect that is no field of a reading: where the camera is, as a `Place`."""

_Belief = AspectBelief[Any]
_Sayings = Sequence[Saying[Any]]


def _within(metres_or_degrees: float) -> Callable[[float, float], bool]:
    """Whether two measures differ by no more than that."""
    return lambda one, other: abs(one - other) <= metres_or_degrees


_SUPPORTS: Mapping[str, Callable[[Any, Any], bool]] = {
    LOCATION: partial(
        supports_place, metres=limits.SAME_PLACE_M, most_m=limits.MATCH_MOST_ACCURACY_M
    ),
    "facings": partial(
        same_facings, bearing_deg=limits.SAME_FACING_DEG, opening_deg=limits.SAME_OPENING_DEG
    ),
    "height_m": _within(limits.SAME_HEIGHT_M),
    "tilt_deg": _within(limits.SAME_TILT_DEG),
}
"""What people measure is the same within limits; every other answer is the same or another."""


def stands_for(aspect: str, said: object, answer: object) -> bool:
    """Whether who said one thing of an aspect stands for an answer too; None is no answer."""
    supports: Callable[[Any, Any], bool] = _SUPPORTS.get(aspect, eq)
    return answer is not None and supports(said, answer)


def beliefs_about(camera_voices: Sequence[CameraVoice]) -> dict[str, _Belief]:
    """What is believed of every aspect that anybody tells of, by its name.

    The names are those of `CameraReading`, and `LOCATION`. An aspect without a belief is unknown.
    """
    found = {
        aspect: _belief_about(aspect, sayings)
        for aspect, sayings in _sayings_in(camera_voices).items()
    }
    return {aspect: belief for aspect, belief in found.items() if belief}


def disputed_in(beliefs: Mapping[str, _Belief]) -> list[str] | None:
    """The names of the disputed aspects, sorted; None where there are none."""
    return sorted(a for a, belief in beliefs.items() if belief.state is State.DISPUTED) or None


def _sayings_in(camera_voices: Sequence[CameraVoice]) -> dict[str, list[Saying[Any]]]:
    """Everything said, aspect by aspect, in the order in which it was told.

    Of those without a key only the first to tell of an aspect is heard: they cannot be told
    apart, and so cannot correct one another.
    """
    heard = (voice for voice in camera_voices if voice.weight > 0)
    told = sorted(heard, key=lambda voice: (voice.heard_on, voice.number))
    sayings: dict[str, list[Saying[Any]]] = defaultdict(list)
    answered: set[str] = set()
    for number, voice in enumerate(told):
        answers = _answers_of(voice)
        if voice.who == NOBODY:
            answers = {aspect: answers[aspect] for aspect in answers.keys() - answered}
            answered |= answers.keys()
        founding = number == 0 or (voice.who == told[0].who != NOBODY)
        for aspect, answer in answers.items():
            sayings[aspect].append(_saying(voice, answer, founding=founding, number=number))
    return sayings


def _answers_of(voice: CameraVoice) -> dict[str, Any]:
    return dict(voice.told) | ({LOCATION: voice.place} if voice.place else {})


def _saying(voice: CameraVoice, answer: object, *, founding: bool, number: int) -> Saying[Any]:
    return Saying(
        who=voice.who,
        day=voice.day,
        standing=voice.standing,
        weight=voice.weight,
        council=False,
        value=answer,
        founding=founding,
        number=number,
    )


def _belief_about(aspect: str, sayings: _Sayings) -> _Belief | None:
    if aspect == "operator_type":
        return _belief_about_operator_type(sayings)
    return _weighed(sayings, _SUPPORTS.get(aspect, eq))


def _belief_about_operator_type(sayings: _Sayings) -> _Belief | None:
    """A private home once the founding voice or enough others said so, until another is confirmed.

    Else a stranger's word would take a camera off the map, or put a home onto it.
    """
    belief = _weighed(sayings)
    if belief is None or belief.state is State.CONFIRMED:
        return belief
    homes = [saying for saying in sayings if saying.value is OperatorType.PRIVATE_HOME]
    shown = _weighed(homes)
    if not _is_home(homes, shown):
        others = (one for one in sayings if one.value is not OperatorType.PRIVATE_HOME)
        shown = _weighed(others)
    return shown and replace(shown, state=belief.state)


def _is_home(homes: _Sayings, belief: _Belief | None) -> bool:
    """Whether those who say that it is a private home suffice where nobody else has won."""
    if belief is None:
        return False
    return belief.state is State.CONFIRMED or any(one.founding for one in homes)


def _weighed(
    sayings: Iterable[Saying[Any]], supports: Callable[[Any, Any], bool] = eq
) -> _Belief | None:
    return weigh(sayings, agreement=limits.AGREEMENT_SHARE, supports=supports)
