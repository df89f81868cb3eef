"""Cameras that somebody who looked along their street did not list."""

from collections.abc import Iterator
from datetime import date

from mapper.cameras.models import Camera
from mapper.pages.nearby.around import Around
from mapper.pages.nearby.task import Task, about
from mapper.settings import limits
from mapper.surveys.models import Survey
from mapper.surveys.search import inside


def unseen(around: Around) -> Iterator[Task]:
    """Ask whether a camera is still there that a later survey does not list; one query at most.

    Not to have noticed a camera is no sighting that it is gone: nothing follows from it but this.
    """
    newest = max((survey.looked_on for survey in around.surveys), default=None)
    if newest is None:
        return
    older = around.cameras.filter(last_seen_on__lt=newest).order_by("last_seen_on", "pk")
    cameras = list(older[: limits.MATCH_COMPARED_MAX])
    missed = {camera: survey for survey in around.surveys for camera in _missed(survey, cameras)}
    for camera, survey in list(missed.items())[: limits.NEARBY_EACH_KIND]:
        reason = f"Not seen in the survey of {_named(survey)}."
        yield about(camera, "verdict", "Is it still there?", reason, around.here)


def _missed(survey: Survey, cameras: list[Camera]) -> list[Camera]:
    """The cameras in a survey's area that were last seen before it, and not in it."""
    seen = {camera.pk for camera in survey.seen.all()}
    older = [camera for camera in cameras if _day(camera) < survey.looked_on]
    return [camera for camera in inside(survey.area, older) if camera.pk not in seen]


def _day(camera: Camera) -> date:
    return camera.last_seen_on or date.max


def _named(survey: Survey) -> str:
    month = f"{survey.looked_on:%B %Y}"
    return f"{survey.street_name}, {month}" if survey.street_name else month
