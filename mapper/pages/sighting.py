"""The plain form that logs a camera, and the page that follows where no camera may be shown."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.matching.candidates import Candidate
from mapper.matching.services.take_report import Report, take_report
from mapper.pages.base_map import base_map
from mapper.pages.match_question import ask_which
from mapper.places.models import Ground
from mapper.settings import limits
from mapper.sightings.forms import ReportForm
from mapper.sightings.models import Sighting
from mapper.vocabulary import Role

# Fields that nobody fills in by hand, and so cannot be sent back to.
UNASKED = frozenset({"token", "camera", "another"})
# What position-picker.js imports, near and far.
MODULES = (
    "base-map",
    "base-map-labels",
    "base-map-paint",
    "base-map-palette",
    "camera-counts",
    "camera-layer",
    "camera-symbols",
    "camera-tiles",
    "camera-views",
    "next-task",
    "theme",
    "tile-source",
)
# A position handed over in the address is shown in the form, and checked when it is sent.
PREFILLED_LENGTH = 40


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form; what is wrong with an answer is said beside it, and nothing typed is lost.

    Where the camera may be on the map already, it is asked which one is meant.
    """
    if request.method != "POST":
        return _show(request, _empty_form(request))
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    if "change" in request.POST:
        return _show(request, form)
    try:
        outcome = _take(request, form)
    except RefusedSenderError as refusal:
        form.add_error(None, refusal.reason)
        return _show(request, form, status=refusal.status)
    if not isinstance(outcome, Sighting):
        return ask_which(request, form, outcome)
    known = form.cleaned_data["camera"] is not None
    return redirect(_address_after(outcome, known=known))


@require_safe
def report_done(request: HttpRequest) -> HttpResponse:
    """Thanks for a camera that is only counted, and so has no page of its own."""
    return render(request, "sighting/done.html")


def _show(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    """The form with the token it was sent with, or a fresh one."""
    token = form.cleaned_data.get("token") if form.is_bound else None
    context = {
        "form": form,
        "asked": [field for field in form if field.name not in UNASKED],
        "token": token or uuid4(),
        "known": _known_camera(form),
        "max_accuracy_m": round(limits.REPORT_MAX_ACCURACY_M),
        "modules": [f"mapper/js/{name}.js" for name in MODULES],
        **base_map(list(Ground.objects.order_by("-pk"))),
    }
    return render(request, "sighting/report.html", context, status=status)


def _known_camera(form: ReportForm) -> Camera | None:
    """The camera on the map that is told of; None for one that nobody had logged."""
    if form.is_bound:
        return form.cleaned_data.get("camera")
    return form.initial.get("camera")


def _empty_form(request: HttpRequest) -> ReportForm:
    lat, lon = (request.GET.get(name, "")[:PREFILLED_LENGTH] for name in ("lat", "lon"))
    initial: dict[str, Any] = {"latitude": lat, "longitude": lon}
    if "camera" in request.GET:
        initial["camera"] = _asked_for(request.GET["camera"])
    return ReportForm(initial=initial)


def _asked_for(number: str) -> Camera:
    if not (number.isascii() and number.isdigit()):
        raise Http404
    return get_object_or_404(Camera.objects.public(), pk=number)


def _take(request: HttpRequest, form: ReportForm) -> Sighting | list[Candidate]:
    report = Report(
        observation=form.observation(),
        camera=form.cleaned_data["camera"],
        another=form.cleaned_data["another"],
        idempotency_key=form.idempotency_key(),
        sender=sender_of(request.META, key=None),
    )
    return take_report(report, received_on=timezone.now().date(), by=Role.RESIDENT)


def _address_after(sighting: Sighting, *, known: bool) -> str:
    if sighting.camera.home_cell is not None:
        return reverse("report-done")
    thanks = "told" if known else "logged"
    return f"{reverse('camera', args=[sighting.camera_id])}?{thanks}=1"
