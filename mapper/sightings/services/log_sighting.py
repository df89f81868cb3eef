"""Logging a sighting: of a camera already on the map, or of one nobody had logged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction

from mapper.cameras.models import Camera, Event, EventKind
from mapper.cameras.services.create_camera import create_camera
from mapper.contributors.models import Contributor
from mapper.sightings.models import Claim, HeldText, Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.learn_aspects import learn_aspects
from mapper.vocabulary import Basis, Role, Verdict, read_tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What one person says she saw: where (degrees), when, and claims by OSM key.

    `texts` is what she wrote freely, by OSM key; it is kept for a person to read first.
    """

    lon: float
    lat: float
    accuracy_m: float | None
    verdict: Verdict
    observed_on: date
    claims: Mapping[str, tuple[str, Basis]]
    texts: Mapping[str, str] = field(default_factory=dict)


def log_sighting(
    *,
    observation: Observation,
    camera: Camera | None,
    contributor: Contributor | None,
    idempotency_key: str | None,
    received_on: date,
    by: Role,
    weight: float | None = None,
) -> Sighting:
    """Store a sighting of `camera`, or of a new camera where it is None, and decide its state.

    What nobody had known of a camera is taken up from it; what is known stays.
    The same `idempotency_key` sent again, also at the same moment, gives back the sighting it
    made the first time. `weight` is the share of a voice it counts, None for a whole one.
    """
    try:
        with transaction.atomic():
            earlier = sent_before(idempotency_key)
            if earlier:
                return earlier
            target = camera or _new_camera(observation, received_on, by)
            sighting = _store_sighting(
                target, observation, contributor, idempotency_key, received_on, weight
            )
            if camera:
                _note_sighted(camera, observation.verdict, received_on, by)
                learn_aspects(camera=camera, claims=observation.claims, day=received_on, by=by)
            believe_cameras(ids=[target.pk], day=received_on, by=by)
            return sighting
    except IntegrityError:
        # Two copies of one post raced; the database kept the first, and that is the answer.
        earlier = sent_before(idempotency_key)
        if earlier:
            return earlier
        raise


def sent_before(idempotency_key: str | None) -> Sighting | None:
    """The sighting that a key made when it was sent before; None where it is new, or no key."""
    if idempotency_key is None:
        return None
    return Sighting.objects.filter(idempotency_key=idempotency_key).first()


def _store_sighting(
    camera: Camera,
    observation: Observation,
    contributor: Contributor | None,
    idempotency_key: str | None,
    received_on: date,
    weight: float | None,
) -> Sighting:
    sighting = Sighting.objects.create(
        camera=camera,
        contributor=contributor,
        verdict=observation.verdict,
        observed_on=observation.observed_on,
        received_on=received_on,
        location=Point(observation.lon, observation.lat, srid=4326),
        accuracy_m=observation.accuracy_m,
        idempotency_key=idempotency_key,
        weight=weight,
    )
    _store_claims(sighting, observation.claims)
    HeldText.objects.bulk_create(
        HeldText(sighting=sighting, aspect=aspect, text=text, received_on=received_on)
        for aspect, text in observation.texts.items()
    )
    return sighting


def _note_sighted(camera: Camera, verdict: Verdict, day: date, by: Role) -> None:
    details = {"verdict": verdict.value}
    Event.objects.create(camera=camera, day=day, what=EventKind.SIGHTED, by=by, details=details)


def _store_claims(sighting: Sighting, claims: Mapping[str, tuple[str, Basis]]) -> None:
    Claim.objects.bulk_create(
        Claim(sighting=sighting, aspect=aspect, value=value, basis=basis)
        for aspect, (value, basis) in claims.items()
    )


def _new_camera(observation: Observation, day: date, by: Role) -> Camera:
    tags = {aspect: value for aspect, (value, _) in observation.claims.items()}
    return create_camera(
        lon=observation.lon,
        lat=observation.lat,
        accuracy_m=observation.accuracy_m,
        reading=read_tags({"man_made": "surveillance", **tags}),
        day=day,
        by=by,
    )
