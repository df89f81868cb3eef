"""What is known around somebody: the ground all kinds of tasks are looked for on."""

from dataclasses import dataclass
from datetime import date

from mapper.cameras.models import Camera
from mapper.cameras.querysets import CameraQuerySet
from mapper.geometry import Box, box_around
from mapper.pages.here import Here
from mapper.settings import limits
from mapper.surveys.models import Survey
from mapper.vocabulary import State


@dataclass(frozen=True, slots=True)
class Around:
    """Where somebody is, on which day, and the newest surveys there with the cameras they saw."""

    here: Here
    today: date
    surveys: tuple[Survey, ...]

    @property
    def box(self) -> Box:
        """All within reach on foot."""
        return _box(self.here)

    @property
    def cameras(self) -> CameraQuerySet:
        """The public cameras that are not known to be gone."""
        return Camera.objects.public().in_box(self.box).exclude(state=State.GONE)


def around(here: Here, today: date) -> Around:
    """What is known there; two queries."""
    surveys = Survey.objects.standing().in_box(_box(here)).order_by("-looked_on", "-pk")
    newest = surveys.prefetch_related("seen")[: limits.NEARBY_SURVEYS]
    return Around(here, today, tuple(newest))


def _box(here: Here) -> Box:
    return box_around(here.lon, here.lat, limits.NEARBY_M)
