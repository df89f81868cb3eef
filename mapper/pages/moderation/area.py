"""What was sent lately, in an area or everywhere."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera
from mapper.geometry import box_around
from mapper.moderation.forms.reasons import AreaForm
from mapper.pages.moderation.door import moderators_only
from mapper.settings import limits
from mapper.sightings.models import Sighting


@moderators_only
@require_safe
def area(request: HttpRequest) -> HttpResponse:
    """The newest sightings first; none of cameras at private homes."""
    form = AreaForm(request.GET, today=timezone.now().date())
    found = list(_sightings(form)[: limits.DESK_ROWS]) if form.is_valid() else []
    context = {"form": form, "sightings": found, "most": limits.DESK_ROWS}
    return render(request, "moderation/area.html", context, status=422 if form.errors else 200)


def _sightings(form: AreaForm) -> QuerySet[Sighting]:
    told = form.cleaned_data
    cameras = Camera.objects.filter(home_cell__isnull=True)
    if told["position"]:
        lat, lon = told["position"]
        cameras = cameras.in_box(box_around(lon, lat, float(told["metres"])))
    sent = Sighting.objects.filter(camera__in=cameras, received_on__gte=told["since"])
    return sent.select_related("camera").prefetch_related("claims").order_by("-received_on", "-pk")
