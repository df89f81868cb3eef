"""What a program sends of a sighting, read and checked field by field."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import ConfigDict, StringConstraints

from mapper.api.problems import UnfitError
from mapper.cameras.models import Camera
from mapper.settings import limits
from mapper.sightings.rules.claims import Claims, answers_in, claim_problem, claims_of
from mapper.sightings.rules.reports import day_problem, position_problem
from mapper.sightings.rules.texts import texts_in
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis, Verdict

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

    value: str = Field(max_length=limits.HELD_TEXT_MAX)
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


def observation_in(sent: SentSighting, today: date) -> Observation:
    """What was observed, in the words we keep; raises `UnfitError` for what cannot be."""
    lon, lat = sent.location.coordinates[:2]
    for field, reason in (
        ("location.coordinates", position_problem(lat, lon)),
        ("observed_on", day_problem(sent.observed_on, today)),
    ):
        if reason:
            raise UnfitError(field, reason)
    claims, texts = _claims(sent)
    return Observation(
        lon=lon,
        lat=lat,
        accuracy_m=sent.accuracy_m,
        verdict=sent.verdict,
        observed_on=min(sent.observed_on, today),
        claims=claims,
        texts=texts,
    )


def _claims(sent: SentSighting) -> tuple[Claims, dict[str, str]]:
    """The claims in the words we keep, and beside them what was written freely."""
    told = {key: (claim.value, claim.basis) for key, claim in sent.claims.items()}
    texts, others, problems = texts_in(told)
    problems |= {key: claim_problem(key, value) for key, (value, _) in others.items()}
    for key, reason in problems.items():
        if reason:
            raise UnfitError(f"claims.{key}", reason)
    return claims_of(answers_in(others)), texts


def camera_named(sent: SentSighting) -> Camera | None:
    """The camera that is told of by its number alone, None for a new one; raises `UnfitError`.

    Whether there is one is seen where the sighting is stored.
    """
    if sent.camera is None:
        if sent.verdict is not Verdict.PRESENT:
            raise UnfitError("verdict", "Name the camera that is changed or gone.")
        return None
    if sent.new:
        raise UnfitError("new", "A sighting is of a known camera or of a new one, not of both.")
    return Camera(pk=sent.camera)
