"""Taking up what a sighting tells of a known camera where nobody had known anything."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from mapper.cameras.models import Camera, Event, EventKind
from mapper.sightings.rules.claims import answers_in
from mapper.vocabulary import Basis, OperatorType, Role

# What a first word is believed of; who runs it by name, and all else, comes from lists alone.
LEARNT = ("kind", "facings", "mount", "operator_type", "face_recognition", "plate_reading")


def learn_aspects(
    *, camera: Camera, claims: Mapping[str, tuple[str, Basis]], day: date, by: Role
) -> tuple[str, ...]:
    """Fill in the aspects of a camera that are unknown, and note which; gives their names.

    What is known already stays: one word against another is not weighed here. Nor does one word
    make a camera a private home's, which would take it off the map.
    """
    with transaction.atomic():
        known = Camera.objects.select_for_update().get(pk=camera.pk)
        news = {
            aspect: _stored(answer)
            for aspect, (answer, _) in answers_in(claims).items()
            if aspect in LEARNT and _is_news(known, aspect, answer)
        }
        if news:
            Camera.objects.filter(pk=camera.pk).update(**news)
            details = {"learnt": sorted(news)}
            Event.objects.create(
                camera=camera, day=day, what=EventKind.CHANGED, by=by, details=details
            )
    return tuple(sorted(news))


def _is_news(known: Camera, aspect: str, answer: object) -> bool:
    return getattr(known, aspect) in ("unknown", []) and answer != OperatorType.PRIVATE_HOME


def _stored(answer: Any) -> object:  # noqa: ANN401  (each aspect has its own type)
    """An answer as a camera holds it."""
    if isinstance(answer, tuple):
        return [{"bearing": facing.bearing, "opening": facing.opening} for facing in answer]
    return answer
