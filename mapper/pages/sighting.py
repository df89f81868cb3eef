"""The plain form that logs a camera, and the page that follows where no camera may be shown."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mapper.sightings.forms import ReportForm
from mapper.sightings.models import Sighting
from mapper.sightings.services.log_sighting import log_sighting
from mapper.vocabulary import Role

# A position handed over in the address is shown in the form, and checked when it is sent.
PREFILLED_LENGTH = 40


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form; what is wrong with an answer is said beside it, and nothing typed is lost."""
    if request.method != "POST":
        return _show(request, _empty_form(request))
    form = ReportForm(request.POST)
    if form.is_valid():
        return redirect(_address_after(_log(form)))
    return _show(request, form, status=422)


@require_safe
def report_done(request: HttpRequest) -> HttpResponse:
    """Thanks for a camera that is only counted, and so has no page of its own."""
    return render(request, "sighting/done.html")


def _show(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    """The form with the token it was sent with, or a fresh one."""
    token = form.cleaned_data.get("token") if form.is_bound else None
    context = {"form": form, "token": token or uuid4()}
    return render(request, "sighting/report.html", context, status=status)


def _empty_form(request: HttpRequest) -> ReportForm:
    lat, lon = (request.GET.get(name, "")[:PREFILLED_LENGTH] for name in ("lat", "lon"))
    return ReportForm(initial={"latitude": lat, "longitude": lon})


def _log(form: ReportForm) -> Sighting:
    return log_sighting(
        observation=form.observation(),
        camera=None,
        contributor=None,
        idempotency_key=form.idempotency_key(),
        received_on=timezone.now().date(),
        by=Role.RESIDENT,
    )


def _address_after(sighting: Sighting) -> str:
    if sighting.camera.home_cell is not None:
        return reverse("report-done")
    return f"{reverse('camera', args=[sighting.camera_id])}?logged=1"
