"""`/api/candidates`: the cameras that somebody's sighting may be of, asked before she sends it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from mapper.api.items import pages_of
from mapper.api.landing import READ
from mapper.api.problems import BadQueryError
from mapper.api.schemas import Candidates, Problem
from mapper.exchange.exports.geojson import feature_of
from mapper.matching.candidates import Candidate, candidates_for
from mapper.settings import limits
from mapper.sightings.rules.claims import Claims, claim_problem
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis, Verdict

router = Router(tags=["Sightings"])


class CandidatesQuery(Schema):
    """What is known of the sighting so far: its position, and what was seen, by OSM key."""

    lon: float = Field(..., ge=-180, le=180, allow_inf_nan=False)
    lat: float = Field(..., ge=-90, le=90, allow_inf_nan=False)
    accuracy_m: float | None = Field(
        None, ge=0, le=limits.REPORT_MAX_ACCURACY_M, description="How sure the position is"
    )
    kind: str = Field("", alias="camera:type", max_length=100)
    facings: str = Field("", alias="camera:direction", max_length=100)
    mount: str = Field("", alias="camera:mount", max_length=100)
    operator_type: str = Field("", alias="operator:type", max_length=100)


@router.api_operation(READ, "/candidates", response={200: Candidates, 400: Problem})
def candidates(request: HttpRequest, query: Query[CandidatesQuery]) -> dict[str, Any]:
    """The cameras a sighting would be asked about, the likeliest first; nothing is stored."""
    today = timezone.localdate()
    observation = Observation(
        lon=query.lon,
        lat=query.lat,
        accuracy_m=query.accuracy_m,
        verdict=Verdict.PRESENT,
        observed_on=today,
        claims=_claims(query),
    )
    return {"candidates": list(rows_of(request, candidates_for(observation, today)))}


def rows_of(request: HttpRequest, found: Iterable[Candidate]) -> Iterable[dict[str, Any]]:
    """Candidates as every answer tells of them."""
    today = timezone.localdate()
    for one in found:
        yield {
            "id": one.camera.pk,
            "score": round(one.match.score, 3),
            "metres": round(one.metres, 1),
            "reasons": one.match.reasons,
            "camera": {**feature_of(one.camera, today), "links": pages_of(request, one.camera)},
        }


def _claims(query: CandidatesQuery) -> Claims:
    told = query.dict(by_alias=True, exclude={"lon", "lat", "accuracy_m"})
    claims = {key: (value, Basis.SAW) for key, value in told.items() if value}
    for key, (value, _) in claims.items():
        reason = claim_problem(key, value)
        if reason:
            raise BadQueryError(f"{key}: {reason.removesuffix('.')}")
    return claims
