"""The page after a report that was sent by the plain form: what became of it, and what is next."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.pages.camera.small_map import small_map
from mapper.pages.camera.words import title_of
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import sighting_id_in
from mapper.vocabulary import Kind, State


@never_cache
@require_safe
def report_done(request: HttpRequest, receipt: str) -> HttpResponse:
    """What became of the sighting that a receipt is for, shown to whoever holds it."""
    sighting = _sighting_of(receipt)
    camera = Camera.objects.public().filter(pk=sighting.camera_id).first()
    context = {
        "receipt": receipt,
        "what": _what_became(sighting, camera),
        "camera": camera,
        "position": sighting.location,
        **(_drawn(camera) if camera else {}),
    }
    return render(request, "sighting/done.html", context)


def _sighting_of(receipt: str) -> Sighting:
    number = sighting_id_in(receipt)
    if number is None:
        raise Http404
    return get_object_or_404(Sighting.objects.select_related("camera"), pk=number)


def _what_became(sighting: Sighting, camera: Camera | None) -> str:
    """One word for the template; what is at a private home is counted, what is hidden is kept."""
    if sighting.withdrawn_on is not None:
        return "withdrawn"
    if camera is None:
        return "kept" if sighting.camera.home_cell is None else "counted"
    others = camera.sightings.exclude(pk=sighting.pk).exists() or camera.records.exists()
    return "told" if others else "logged"


def _drawn(camera: Camera) -> dict[str, Any]:
    """The camera's small map, and what it is called and believed to be today."""
    today = timezone.now().date()
    return {
        "title": title_of(Kind(camera.kind)),
        "state": state_on(State(camera.state), camera.last_seen_on, today),
        "kind_icon": f"kind-{camera.kind}",
        "small_map": small_map(camera),
    }
