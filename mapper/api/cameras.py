"""`/api/cameras/{id}`: everything public about one camera."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from mapper.api.items import pages_of, public_camera
from mapper.api.landing import READ
from mapper.api.links import link
from mapper.api.schemas import CameraDescription, Problem
from mapper.exchange.exports.description import describe

router = Router(tags=["Cameras"])


@router.api_operation(
    READ, "/cameras/{int:camera_id}", response={200: CameraDescription, 404: Problem}
)
def camera(request: HttpRequest, camera_id: int) -> dict[str, Any]:
    """What the camera's page says: beliefs, sightings, sources' own words, history by day."""
    found = public_camera(camera_id)
    here = link(request, "self", f"/api/cameras/{found.pk}", "This camera")
    return {**describe(found, timezone.localdate()), "links": [here, *pages_of(request, found)]}
