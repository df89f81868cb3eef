"""Cameras about which people disagree: whether they are there, or what they are."""

from collections.abc import Iterator

from django.db.models import Q

from mapper.cameras.models import Camera
from mapper.pages.camera.questions import named
from mapper.pages.nearby.around import Around
from mapper.pages.nearby.task import Task, about
from mapper.settings import limits
from mapper.vocabulary import State


def disputed(around: Around) -> Iterator[Task]:
    """Ask for one more voice; one query."""
    found = around.cameras.filter(Q(state=State.DISPUTED) | Q(disputed__isnull=False))
    for camera in found.by_number()[: limits.NEARBY_EACH_KIND]:
        yield (
            _about_itself(camera, around)
            if camera.state == State.DISPUTED
            else (_about_aspects(camera, around))
        )


def _about_itself(camera: Camera, around: Around) -> Task:
    reason = "People disagree whether it is."
    return about(camera, "verdict", "Is it there?", reason, around.here)


def _about_aspects(camera: Camera, around: Around) -> Task:
    reason = f"People disagree about: {named(camera.disputed or [])}."
    return about(camera, "aspects", "What do you see?", reason, around.here)
