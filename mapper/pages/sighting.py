"""The form that logs a camera, or tells of a known one: plain, and step by step with script."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.matching.candidates import Candidate
from mapper.matching.services.take_report import Report, take_report
from mapper.pages.base_map import base_map
from mapper.pages.match_question import ask_which
from mapper.places.models import Ground
from mapper.settings import limits
from mapper.sightings.forms import ReportForm
from mapper.sightings.forms.facing import POINT_WORDS
from mapper.sightings.forms.report import NO_SUCH_CAMERA
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import receipt_for
from mapper.vocabulary import Kind, Role, State
from mapper.vocabulary.words import Word

# Fields that nobody fills in by hand, and so cannot be sent back to.
UNASKED = frozenset({"token", "camera", "another"})
# What report-steps.js imports, near and far.
MODULES = (
    "announce",
    "base-map",
    "base-map-labels",
    "base-map-paint",
    "base-map-palette",
    "camera-counts",
    "camera-layer",
    "camera-symbols",
    "camera-tiles",
    "camera-views",
    "compass-heading",
    "contributor-key",
    "device-day",
    "device-position",
    "facing-dial",
    "next-task",
    "outbox",
    "outbox-answer",
    "outbox-store",
    "photo-position",
    "report-answers",
    "report-bar",
    "report-done",
    "report-draft",
    "report-facing",
    "report-look",
    "report-map",
    "report-sending",
    "report-where",
    "report-which",
    "step-history",
    "theme",
    "tile-source",
    "view-address",
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
    return _show(request, form) if "change" in request.POST else _taken(request, form)


def _taken(request: HttpRequest, form: ReportForm) -> HttpResponse:
    """Store what a form says, or ask about it; what may not be stored is told beside it."""
    try:
        outcome = _take(request, form)
    except Camera.DoesNotExist:
        # Hidden while this was on its way.
        form.add_error("camera", NO_SUCH_CAMERA)
        return _show(request, form, status=422)
    except RefusedSenderError as refusal:
        form.add_error(None, refusal.reason)
        return _show(request, form, status=refusal.status)
    if not isinstance(outcome, Sighting):
        return ask_which(request, form, outcome)
    return redirect("report-done", receipt=receipt_for(outcome.pk))


def _show(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    """The form with the token it was sent with, or a fresh one."""
    token = form.cleaned_data.get("token") if form.is_bound else None
    context = {
        "form": form,
        "asked": [field for field in form if field.name not in UNASKED],
        "token": token or uuid4(),
        "known": _known_camera(form),
        "max_accuracy_m": round(limits.REPORT_MAX_ACCURACY_M),
        "compass_points": POINT_WORDS.items(),
        "words": {"kind": _labels(Kind), "state": _labels(State)},
        "modules": [f"mapper/js/{name}.js" for name in MODULES],
        **base_map(list(Ground.objects.current().order_by("-pk"))),
    }
    return render(request, "sighting/report.html", context, status=status)


def _labels(words: type[Word]) -> dict[str, str]:
    """A closed list as the page's script speaks it."""
    return {word.value: word.label for word in words}


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
