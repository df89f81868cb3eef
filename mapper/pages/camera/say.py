"""One tap on the page of a camera: still there, changed, or gone."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.matching.services.take_report import Report, take_report
from mapper.pages.camera.page import public_camera, show_camera
from mapper.sightings.forms import SayForm
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import receipt_for
from mapper.vocabulary import Role

INCOMPLETE = "This could not be read, so nothing was stored. Please tap once more."


@require_POST
def camera_say(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a verdict on a public camera, and lead back to its page with thanks and a way to undo.

    A camera at a private home, or hidden, is as unknown here as one that does not exist.
    """
    camera = public_camera(pk)
    form = SayForm(request.POST)
    if not form.is_valid():
        return show_camera(request, camera, problem=INCOMPLETE, status=422)
    try:
        said = _take(request, form, camera)
    except Camera.DoesNotExist:
        # Hidden while this was on its way.
        raise Http404 from None
    except RefusedSenderError as refusal:
        return show_camera(request, camera, problem=refusal.reason, status=refusal.status)
    return redirect(f"{reverse('camera', args=[camera.pk])}?said={receipt_for(said.pk)}")


def _take(request: HttpRequest, form: SayForm, camera: Camera) -> Sighting:
    today = timezone.now().date()
    report = Report(
        observation=form.observation(camera, today),
        camera=camera,
        another=False,
        idempotency_key=form.idempotency_key(camera),
        sender=sender_of(request.META, key=None),
    )
    # A report that names its camera is never asked about.
    return cast("Sighting", take_report(report, received_on=today, by=Role.RESIDENT))
