"""One thing to do nearby: what is asked, why, and about what."""

from dataclasses import dataclass
from urllib.parse import urlencode

from mapper.cameras.models import Camera
from mapper.geometry import metres_between
from mapper.pages.here import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A question for whoever is there; `kind` is the name of its template.

    It is about a camera, or along a `street` at its position `here`.
    """

    kind: str
    question: str
    reason: str
    here: Here
    metres: float
    camera: Camera | None = None
    street: str = ""

    @property
    def template(self) -> str:
        """The part of the page that takes the answer."""
        return f"nearby/{self.kind}.html"

    @property
    def survey_query(self) -> str:
        """The address of the survey that answers it, for a street."""
        return f"{self.here.query}&{urlencode({'along': self.street})}"


def about(camera: Camera, kind: str, question: str, reason: str, here: Here) -> Task:
    """A question about a camera, for somebody who is `here`."""
    place = Here(camera.location.x, camera.location.y)
    metres = metres_between(here.lon, here.lat, place.lon, place.lat)
    return Task(
        kind=kind, question=question, reason=reason, here=place, metres=metres, camera=camera
    )
