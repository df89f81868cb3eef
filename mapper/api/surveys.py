"""`/api/surveys`: where people looked, by day and never by whom; logging one, taking it back."""

import json
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated, Any

from django.contrib.gis.db.models.functions import AsGeoJSON
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Field, Header, Query, Router, Schema

from mapper.api.authorization import (
    MAY_NAME_CONTRIBUTOR,
    SHOWS_IT_IS_HERS,
    contributor_key,
    is_hers,
)
from mapper.api.landing import READ
from mapper.api.links import GEOJSON, JSON
from mapper.api.problems import UnfitError
from mapper.api.query import box_in, only_known
from mapper.api.schemas import LoggedSurvey, Problem, SurveyCollection, UnfitProblem
from mapper.api.sent_surveys import SentSurvey, look_in
from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import sender_of
from mapper.matching.services.take_back_survey import take_back_survey
from mapper.matching.services.take_survey import SurveyReport, take_survey
from mapper.settings import limits
from mapper.sightings.rules.receipts import receipt_for
from mapper.surveys.models import Survey
from mapper.surveys.search import Look
from mapper.vocabulary import Role

router = Router(tags=["Surveys"])

_KEY_PATTERN = rf"^[!-~]{{1,{limits.IDEMPOTENCY_KEY_MAX}}}$"
_DECIMETRE = 6


class SurveysQuery(Schema):
    """What may be asked of the surveys."""

    bbox: str | None = Field(None, description="west,south,east,north in degrees of WGS 84")
    limit: int = Field(limits.ITEMS_DEFAULT, ge=1, le=limits.ITEMS_MAX)


@router.api_operation(READ, "/surveys", response={200: SurveyCollection, 400: Problem})
def surveys(request: HttpRequest, query: Query[SurveysQuery]) -> JsonResponse:
    """The surveys that touch a box and were not taken back, the newest first."""
    only_known(request, SurveysQuery.model_fields)
    found = Survey.objects.standing()
    box = box_in(query.bbox)
    if box is not None:
        found = found.touching(box)
    drawn = found.with_found().annotate(drawn=AsGeoJSON("area", precision=_DECIMETRE))
    rows = drawn.order_by("-looked_on", "-pk").values_list(
        "pk", "street_name", "looked_on", "found", "drawn"
    )
    features = [_feature(*row) for row in rows[: query.limit]]
    content = {"type": "FeatureCollection", "features": features}
    return JsonResponse(content, content_type=GEOJSON)


@router.post(
    "/surveys",
    response={201: LoggedSurvey, 400: Problem, 403: Problem, 422: UnfitProblem, 429: Problem},
    openapi_extra=MAY_NAME_CONTRIBUTOR,
)
def log(
    request: HttpRequest,
    survey: SentSurvey,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", pattern=_KEY_PATTERN)],
) -> JsonResponse:
    """Log a survey with a sighting of each camera in `seen`; sent again it answers the same."""
    today = timezone.now().date()
    report = SurveyReport(
        look=look_in(survey, today),
        idempotency_key=sha256(idempotency_key.encode()).hexdigest(),
        sender=sender_of(request.META, contributor_key(request)),
    )
    try:
        stored = take_survey(report, received_on=today, by=Role.RESIDENT)
    except Camera.DoesNotExist:
        raise UnfitError("seen", "A camera named here is shown no more.") from None
    if not _says(stored, report.look):
        raise UnfitError("Idempotency-Key", "This key was used for another survey; send a new one.")
    told = {
        "id": stored.pk,
        "street": stored.street_name,
        "looked_on": stored.looked_on,
        "seen": [camera.pk for camera in report.look.seen],
        "receipt": receipt_for(stored.pk, "survey"),
    }
    return JsonResponse({"survey": told}, status=HTTPStatus.CREATED, content_type=JSON)


@router.delete(
    "/surveys/{int:survey_id}",
    response={204: None, 404: Problem},
    openapi_extra=SHOWS_IT_IS_HERS,
)
def take_back(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Take back a survey of one's own, with the sightings that came with it; twice is once."""
    survey = Survey.objects.select_related("contributor").filter(pk=min(survey_id, 2**63 - 1))
    own = next((one for one in survey if is_hers(request, one, "survey")), None)
    if own is None:
        raise Http404
    take_back_survey(survey=own, day=timezone.now().date(), by=Role.RESIDENT)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _says(survey: Survey, look: Look) -> bool:
    """Whether a stored survey is what was sent."""
    seen = set(survey.seen.values_list("pk", flat=True))
    told = (look.street_name, look.looked_on, {camera.pk for camera in look.seen})
    return (survey.street_name, survey.looked_on, seen) == told


def _feature(pk: int, street: str, looked_on: object, found: int, drawn: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": pk,
        "geometry": json.loads(drawn),
        "properties": {"street": street, "looked_on": looked_on, "found": found},
    }
