"""Taking a sighting back by its receipt, without script and without a key."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mapper.cameras.models import Camera
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import sighting_id_in
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Role


@require_POST
def sighting_withdraw(request: HttpRequest) -> HttpResponse:
    """Withdraw the sighting of a receipt; twice is once, and what is no receipt is a 404."""
    number = sighting_id_in(request.POST.get("receipt", ""))
    if number is None:
        raise Http404
    sighting = get_object_or_404(Sighting, pk=number)
    withdraw_sighting(sighting=sighting, day=timezone.now().date(), by=Role.RESIDENT)
    camera = Camera.objects.public().filter(pk=sighting.camera_id).first()
    return render(request, "sighting/withdrawn.html", {"camera": camera})
