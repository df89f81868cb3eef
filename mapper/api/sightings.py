"""`/api/sightings`: logging what somebody saw, after asking whether it is known; taking it back."""

import hashlib
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Header, Router

from mapper.api.authorization import (
    MAY_NAME_CONTRIBUTOR,
    SHOWS_IT_IS_HERS,
    contributor_key,
    is_hers,
)
from mapper.api.candidates import rows_of
from mapper.api.items import pages_of
from mapper.api.links import JSON
from mapper.api.problems import UnfitError, problem
from mapper.api.repeats import says_the_same
from mapper.api.schemas import Logged, Problem, Question, UnfitProblem
from mapper.api.sent_sightings import SentSighting, camera_named, observation_in
from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import sender_of
from mapper.exchange.exports.geojson import feature_of
from mapper.matching.candidates import Candidate
from mapper.matching.services.take_report import Report, take_report
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import receipt_for
from mapper.sightings.services.log_sighting import Observation
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Role

router = Router(tags=["Sightings"])

_KEY_PATTERN = rf"^[!-~]{{1,{limits.IDEMPOTENCY_KEY_MAX}}}$"


@router.post(
    "/sightings",
    response={
        201: Logged,
        400: Problem,
        403: Problem,
        409: Question,
        422: UnfitProblem,
        429: Problem,
    },
    openapi_extra=MAY_NAME_CONTRIBUTOR,
)
def log(
    request: HttpRequest,
    sighting: SentSighting,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", pattern=_KEY_PATTERN)],
) -> JsonResponse:
    """Log a sighting; the same key with the same body answers the same, however often it comes.

    Where something stands that it may be of, and it names no `camera` and does not say `new`,
    nothing is stored and the candidates are given.
    """
    today = timezone.now().date()
    report = Report(
        observation=observation_in(sighting, today),
        camera=camera_named(sighting),
        another=sighting.new,
        idempotency_key=hashlib.sha256(idempotency_key.encode()).hexdigest(),
        sender=sender_of(request.META, contributor_key(request)),
    )
    try:
        outcome = take_report(report, received_on=today, by=Role.RESIDENT)
    except Camera.DoesNotExist:
        raise UnfitError("camera", "There is no such camera.") from None
    if not isinstance(outcome, Sighting):
        return _question(request, outcome)
    if outcome.is_repeat and not _says(outcome, report):
        raise UnfitError(
            "Idempotency-Key", "This key was used for another sighting; send a new one."
        )
    return _logged(request, outcome, report.observation, today)


@router.delete(
    "/sightings/{int:sighting_id}",
    response={204: None, 404: Problem},
    openapi_extra=SHOWS_IT_IS_HERS,
)
def withdraw(request: HttpRequest, sighting_id: int) -> HttpResponse:
    """Take a sighting back: for who shows its receipt, or the key it was sent with; twice is once.

    For everybody else there is no such sighting.
    """
    sighting = Sighting.objects.select_related("contributor").filter(pk=sighting_id).first()
    if sighting is None or not is_hers(request, sighting, "sighting"):
        raise Http404
    withdraw_sighting(sighting=sighting, day=timezone.now().date(), by=Role.RESIDENT)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _says(sighting: Sighting, report: Report) -> bool:
    """Whether a stored sighting is what a report says; a new camera may have got any number."""
    named = report.camera
    is_of_it = named is None or sighting.camera_id == named.pk
    return is_of_it and says_the_same(sighting, report.observation)


def _logged(
    request: HttpRequest, sighting: Sighting, said: Observation, today: date
) -> JsonResponse:
    camera = _camera_shown(sighting)
    feature = _feature(request, camera, today) if camera else None
    content = {"sighting": _told(sighting, said), "camera": feature}
    answer = JsonResponse(content, status=HTTPStatus.CREATED, content_type=JSON)
    if feature:
        answer["Location"] = reverse("api:camera", args=[sighting.camera_id])
    return answer


def _camera_shown(sighting: Sighting) -> Camera | None:
    """The camera as believed now, None where it is only ever counted."""
    if sighting.is_repeat:
        shown = Camera.objects.public().select_related("operator")
        return shown.filter(pk=sighting.camera_id).first()
    # A sighting just stored still holds the camera that was decided with it.
    decided = sighting.camera
    return decided if decided.home_cell is None and decided.hidden_on is None else None


def _told(sighting: Sighting, said: Observation) -> dict[str, Any]:
    """A sighting as its sender may keep it; its receipt is for her alone."""
    return {
        "id": sighting.pk,
        "observed_on": sighting.observed_on,
        "verdict": sighting.verdict,
        "claims": {
            key: {"value": value, "basis": basis} for key, (value, basis) in said.claims.items()
        },
        "receipt": receipt_for(sighting.pk),
        "held": sorted(said.texts),
    }


def _feature(request: HttpRequest, camera: Camera, today: date) -> dict[str, Any]:
    return {**feature_of(camera, today), "links": pages_of(request, camera)}


def _question(request: HttpRequest, candidates: list[Candidate]) -> JsonResponse:
    return problem(
        HTTPStatus.CONFLICT,
        "Something stands there already. Name the `camera` it is, or say `new`.",
        candidates=list(rows_of(request, candidates)),
    )
