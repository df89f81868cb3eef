"""`/survey/`: asks where somebody looked, what she saw there, and whether that is all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.geometry import metres_between
from mapper.matching.services.take_survey import SurveyReport, take_survey
from mapper.pages.camera.words import bearing_words, title_of
from mapper.pages.here import Here, here_in, where
from mapper.pages.survey.choices import choices_at
from mapper.pages.survey.form import SurveyForm
from mapper.sightings.rules.receipts import receipt_for
from mapper.surveys.search import area_looked_at, cameras_within
from mapper.vocabulary import Facing, Kind, Role, State
from mapper.vocabulary.compass import FULL_TURN

UNFIT = 422


@dataclass(frozen=True, slots=True)
class Known:
    """A camera on the map that she may have seen: its words, how far from her, ticked or not."""

    camera: Camera
    title: str
    facing: str
    state: State
    metres: float
    ticked: bool


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest) -> HttpResponse:
    """Where, along what, and what was seen: one step after the other, each with an address."""
    today = timezone.now().date()
    if request.method == "POST":
        return _taken(request, SurveyForm(request.POST, today=today))
    try:
        here = here_in(request.GET)
    except ValueError as problem:
        return _ask_where(request, f"{problem}")
    if here is None:
        return _ask_where(request)
    if "along" not in request.GET:
        context = {"here": here, "choices": choices_at(here)}
        return render(request, "survey/choices.html", context)
    along = request.GET["along"]
    initial = {"lat": here.lat, "lon": here.lon, "along": along}
    return _ask_what(request, SurveyForm(today=today, initial=initial), here, along)


def _ask_where(request: HttpRequest, problem: str = "") -> HttpResponse:
    status = 400 if problem else 200
    return render(request, "survey/where.html", where(request.GET, problem), status=status)


def _taken(request: HttpRequest, form: SurveyForm) -> HttpResponse:
    """The page that thanks, or the form again with what is wrong."""
    if not form.is_valid() or form.look is None:
        return _ask_again(request, form, UNFIT)
    report = SurveyReport(
        look=form.look,
        idempotency_key=form.idempotency_key(),
        sender=sender_of(request.META, key=None),
    )
    try:
        stored = take_survey(report, received_on=form.today, by=Role.RESIDENT)
    except Camera.DoesNotExist:
        # Hidden while this was on its way: the form shows those that are left.
        form.add_error(None, "A camera you ticked is shown no more. Please check and send again.")
        return _ask_again(request, form, UNFIT)
    except RefusedSenderError as refusal:
        form.add_error(None, refusal.reason)
        return _ask_again(request, form, refusal.status)
    return redirect("survey-done", receipt_for(stored.pk, "survey"))


def _ask_again(request: HttpRequest, form: SurveyForm, status: int) -> HttpResponse:
    try:
        here = here_in(request.POST)
    except ValueError:
        here = None
    if here is None:
        return _ask_where_again(request)
    return _ask_what(request, form, here, request.POST.get("along", ""), status)


def _ask_where_again(request: HttpRequest) -> HttpResponse:
    """Nothing can be kept of a form that lost its position."""
    problem = "This form was incomplete. Say where you are, and begin again."
    return render(request, "survey/where.html", where(request.GET, problem), status=UNFIT)


def _ask_what(
    request: HttpRequest, form: SurveyForm, here: Here, along: str, status: int = 200
) -> HttpResponse:
    area = area_looked_at(here.lon, here.lat, along)
    if area is None:
        return _ask_where(request, f"There is no street called “{along}” near this position.")
    token = form.cleaned_data.get("token") if form.is_bound else None
    context: dict[str, Any] = {
        "form": form,
        "token": token or uuid4(),
        "here": here,
        "along": along,
        "known": list(_known(cameras_within(area), here, form)),
    }
    return render(request, "survey/survey.html", context, status=status)


def _known(cameras: Collection[Camera], here: Here, form: SurveyForm) -> Iterator[Known]:
    ticked = set(form.ticked)
    for camera in sorted(cameras, key=lambda one: _metres(one, here)):
        yield Known(
            camera=camera,
            title=title_of(Kind(camera.kind)),
            facing=" and ".join(_way(Facing(**facing)) for facing in camera.facings),
            state=state_on(State(camera.state), camera.last_seen_on, form.today),
            metres=_metres(camera, here),
            ticked=camera.pk in ticked,
        )


def _way(facing: Facing) -> str:
    """One facing, as a person tells it who stands there."""
    return "all round" if facing.opening == FULL_TURN else bearing_words(facing.bearing)


def _metres(camera: Camera, here: Here) -> float:
    return metres_between(here.lon, here.lat, camera.location.x, camera.location.y)
