"""`POST /api/sightings`: logging what somebody saw, with the question whether it is known."""

import hashlib
from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any, Literal

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Field, Header, Router, Schema
from pydantic import ConfigDict, StringConstraints

from mapper.api.candidates import rows_of
from mapper.api.items import pages_of
from mapper.api.links import JSON
from mapper.api.problems import UnfitError, problem
from mapper.api.schemas import Logged, Problem, Question, UnfitProblem
from mapper.cameras.models import Camera
from mapper.contributors.rules import key_problem
from mapper.exchange.exports.geojson import feature_of
from mapper.matching.candidates import Candidate
from mapper.matching.services.take_report import Report, take_report
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.sightings.rules.claims import Claims, answers_in, claim_problem, claims_of
from mapper.sightings.rules.reports import day_problem, position_problem
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis, Role, Verdict

router = Router(tags=["Sightings"])

_SCHEME = "Contributor "
_KEY_PATTERN = rf"^[!-~]{{1,{limits.IDEMPOTENCY_KEY_MAX}}}$"

Degrees = Annotated[float, Field(allow_inf_nan=False)]


class _Sent(Schema):
    """A part of what is sent; a field nobody knows is refused, for it may be a slip."""

    model_config = ConfigDict(extra="forbid")


class SentPoint(_Sent):
    """A GeoJSON point: longitude and latitude in degrees of WGS 84."""

    type: Literal["Point"]
    coordinates: list[Degrees] = Field(min_length=2, max_length=3)


class SentClaim(_Sent):
    """One aspect in OSM's words, and how the contributor knows."""

    value: str = Field(max_length=255)
    basis: Basis


class SentSighting(_Sent):
    """What somebody saw; `camera` names a known one, `new` says that it is none of them."""

    location: SentPoint
    accuracy_m: float | None = Field(
        None, ge=0, le=limits.REPORT_MAX_ACCURACY_M, allow_inf_nan=False
    )
    verdict: Verdict
    camera: int | None = Field(None, ge=1, lt=2**63)
    new: bool = False
    observed_on: date
    claims: dict[Annotated[str, StringConstraints(max_length=100)], SentClaim] = {}


@router.post(
    "/sightings",
    response={201: Logged, 400: Problem, 409: Question, 422: UnfitProblem},
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
        observation=_observation(sighting, today),
        camera=_camera_named(sighting),
        another=sighting.new,
        idempotency_key=hashlib.sha256(idempotency_key.encode()).hexdigest(),
        contributor_key=_contributor_key(request),
    )
    outcome = take_report(report, received_on=today, by=Role.RESIDENT)
    if not isinstance(outcome, Sighting):
        return _question(request, outcome)
    if not _says(outcome, report):
        raise UnfitError(
            "Idempotency-Key", "This key was used for another sighting; send a new one."
        )
    return _logged(request, outcome, report.observation.claims, today)


def _observation(sent: SentSighting, today: date) -> Observation:
    lon, lat = sent.location.coordinates[:2]
    for field, reason in (
        ("location.coordinates", position_problem(lat, lon)),
        ("observed_on", day_problem(sent.observed_on, today)),
    ):
        if reason:
            raise UnfitError(field, reason)
    return Observation(
        lon=lon,
        lat=lat,
        accuracy_m=sent.accuracy_m,
        verdict=sent.verdict,
        observed_on=min(sent.observed_on, today),
        claims=_claims(sent),
    )


def _claims(sent: SentSighting) -> Claims:
    """The claims in the words we keep."""
    for key, claim in sent.claims.items():
        reason = claim_problem(key, claim.value)
        if reason:
            raise UnfitError(f"claims.{key}", reason)
    told = {key: (claim.value, claim.basis) for key, claim in sent.claims.items()}
    return claims_of(answers_in(told))


def _camera_named(sent: SentSighting) -> Camera | None:
    """The camera that is told of; one at a private home is as unknown as one that is not there."""
    if sent.camera is None:
        if sent.verdict is not Verdict.PRESENT:
            raise UnfitError("verdict", "Name the camera that is changed or gone.")
        return None
    if sent.new:
        raise UnfitError("new", "A sighting is of a known camera or of a new one, not of both.")
    camera = Camera.objects.public().filter(pk=sent.camera).first()
    if camera is None:
        raise UnfitError("camera", "There is no such camera.")
    return camera


def _contributor_key(request: HttpRequest) -> str | None:
    told = request.headers.get("Authorization")
    if told is None:
        return None
    if not told.startswith(_SCHEME):
        raise UnfitError("Authorization", "Write “Contributor”, a space, and the key.")
    key = told.removeprefix(_SCHEME)
    reason = key_problem(key)
    if reason:
        raise UnfitError("Authorization", reason)
    return key


def _says(sighting: Sighting, report: Report) -> bool:
    """Whether a stored sighting is what a report says; a new camera may have got any number."""
    said, named = report.observation, report.camera
    stored = {claim.aspect: (claim.value, Basis(claim.basis)) for claim in sighting.claims.all()}
    return (named is None or sighting.camera_id == named.pk) and (
        sighting.location.coords,
        sighting.accuracy_m,
        sighting.verdict,
        sighting.observed_on,
        stored,
    ) == ((said.lon, said.lat), said.accuracy_m, said.verdict, said.observed_on, said.claims)


def _logged(
    request: HttpRequest, sighting: Sighting, claims: Mapping[str, tuple[str, Basis]], today: date
) -> JsonResponse:
    camera = Camera.objects.public().select_related("operator").filter(pk=sighting.camera_id)
    feature = next((_feature(request, found, today) for found in camera), None)
    content = {
        "sighting": {
            "id": sighting.pk,
            "observed_on": sighting.observed_on,
            "verdict": sighting.verdict,
            "claims": {
                key: {"value": value, "basis": basis} for key, (value, basis) in claims.items()
            },
        },
        "camera": feature,
    }
    answer = JsonResponse(content, status=HTTPStatus.CREATED, content_type=JSON)
    if feature:
        answer["Location"] = reverse("api:camera", args=[sighting.camera_id])
    return answer


def _feature(request: HttpRequest, camera: Camera, today: date) -> dict[str, Any]:
    return {**feature_of(camera, today), "links": pages_of(request, camera)}


def _question(request: HttpRequest, candidates: list[Candidate]) -> JsonResponse:
    return problem(
        HTTPStatus.CONFLICT,
        "Something stands there already. Name the `camera` it is, or say `new`.",
        candidates=list(rows_of(request, candidates)),
    )
