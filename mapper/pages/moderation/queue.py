"""What waits for a moderator: cameras to judge, and texts to read."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mapper.moderation.models import Takedown
from mapper.moderation.rules.takedowns import cameras_waiting
from mapper.pages.camera.words import title_of
from mapper.pages.moderation.door import moderators_only
from mapper.settings import limits
from mapper.sightings.models import HeldState, HeldText
from mapper.vocabulary import Kind


@moderators_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The desk, the longest waiting first."""
    asked = Prefetch("takedowns", queryset=Takedown.objects.waiting(), to_attr="pleas")
    waiting = cameras_waiting()
    cameras = waiting.prefetch_related(asked)[: limits.DESK_ROWS]
    held = HeldText.objects.filter(
        state=HeldState.HELD,
        sighting__withdrawn_on__isnull=True,
        sighting__camera__home_cell__isnull=True,
    )
    context = {
        "cameras": [(camera, title_of(Kind(camera.kind))) for camera in cameras],
        "cameras_count": waiting.count(),
        "texts": held.select_related("sighting").order_by("received_on", "pk")[: limits.DESK_ROWS],
        "texts_count": held.count(),
    }
    return render(request, "moderation/queue.html", context)
