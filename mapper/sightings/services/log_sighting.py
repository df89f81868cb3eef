"""Logging a sighting: of a camera already on the map, or of one nobody had logged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction
from django.db.models import CharField

from mapper.cameras.models import Camera, Event, EventKind
from mapper.cameras.services.hide_beside_hidden import hide_beside_hidden
from mapper.cameras.services.operators import operators_named
from mapper.contributors.models import Contributor
from mapper.contributors.rules.standing import stands_on
from mapper.geometry import Box
from mapper.sightings.models import Claim, HeldText, Sighting
from mapper.sightings.rules.beliefs import belief_from
from mapper.sightings.rules.voices import voice_of_sighting
from mapper.sightings.services.decide_cameras import apply_belief, locked_cameras
from mapper.sightings.services.settle_act import settle_act
from mapper.spatial.compiled_queries import CompiledQuery, Given
from mapper.vocabulary import Basis, Role, Verdict

_SENT_WITH = CompiledQuery(
    lambda: Sighting.objects.filter(idempotency_key=Given("key", CharField()))
)


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

    def __post_init__(self) -> None:
        """Refuse a position that is not on the earth, with `ValueError`."""
        Box(self.lon, self.lat, self.lon, self.lat)


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

    What the camera then shows follows from all voices about it, and is told in the one event.
    The same `idempotency_key` sent again, also at the same moment, gives back the sighting it
    made the first time. `weight` is the share of a voice it counts, None for a whole one. Raises
    `Camera.DoesNotExist` where the camera is hidden, or one at a private home.
    """
    try:
        with transaction.atomic():
            return log_sighting_within(
                observation=observation,
                camera=camera,
                contributor=contributor,
                idempotency_key=idempotency_key,
                received_on=received_on,
                by=by,
                weight=weight,
            )
    except IntegrityError:
        # Two copies of one post raced; the database kept the first, and that is the answer.
        earlier = sent_before(idempotency_key)
        if earlier:
            return earlier
        raise


def log_sighting_within(
    *,
    observation: Observation,
    camera: Camera | None,
    contributor: Contributor | None,
    idempotency_key: str | None,
    received_on: date,
    by: Role,
    weight: float | None = None,
) -> Sighting:
    """As `log_sighting`, as a part of the caller's transaction, which it ends where copies race.

    Of two copies of one post the second raises `IntegrityError`: the caller asks `sent_before`
    once its transaction is rolled back. That spares every other post a savepoint.
    """
    earlier = sent_before(idempotency_key)
    if earlier:
        return earlier
    sighting = _sighting_of(observation, contributor, idempotency_key, received_on, weight)
    if camera:
        _store_of_known(sighting, observation, camera, by)
    else:
        _store_of_new(sighting, observation, by)
    return sighting


def sent_before(idempotency_key: str | None) -> Sighting | None:
    """The sighting that a key made when it was sent before; None where it is new, or no key."""
    if idempotency_key is None:
        return None
    # A key made one sighting at most: there is nothing to put in order.
    for earlier in _SENT_WITH.rows(key=idempotency_key):
        earlier.is_repeat = True
        return earlier
    return None


def _sighting_of(
    observation: Observation,
    contributor: Contributor | None,
    idempotency_key: str | None,
    received_on: date,
    weight: float | None,
) -> Sighting:
    """A sighting that is not stored yet, and of no camera yet."""
    return Sighting(
        contributor=contributor,
        verdict=observation.verdict,
        observed_on=observation.observed_on,
        received_on=received_on,
        location=Point(observation.lon, observation.lat, srid=4326),
        accuracy_m=observation.accuracy_m,
        idempotency_key=idempotency_key,
        weight=weight,
    )


def _store_of_new(sighting: Sighting, observation: Observation, by: Role) -> None:
    """Store a sighting with the camera that follows from this one voice alone.

    Beside a camera that was hidden it is hidden too, until a moderator has judged it.
    """
    claims = {key: value for key, (value, _) in observation.claims.items()}
    belief = belief_from([voice_of_sighting(sighting, claims)])
    camera = Camera(location=sighting.location, accuracy_m=sighting.accuracy_m)
    apply_belief(camera, belief, operators_named([belief.reading]))
    camera.save()
    _store(sighting, observation, camera)
    _event_of(sighting, EventKind.LOGGED, by).save()
    hide_beside_hidden(camera=camera, day=sighting.received_on, by=by)


def _store_of_known(sighting: Sighting, observation: Observation, camera: Camera, by: Role) -> None:
    """Store a sighting, and decide its camera anew from all voices."""
    locked = _shown_camera(camera.pk)
    _store(sighting, observation, locked)
    contributor = sighting.contributor
    vouches = contributor is not None and stands_on(contributor, sighting.received_on)
    settle_act(_event_of(sighting, EventKind.SIGHTED, by), vouches=vouches)


def _shown_camera(pk: int) -> Camera:
    """A camera, locked; one that is hidden, or only ever counted, is as unknown as none."""
    for camera in locked_cameras([pk]):
        if camera.home_cell is None and camera.hidden_on is None:
            return camera
    raise Camera.DoesNotExist


def _store(sighting: Sighting, observation: Observation, camera: Camera) -> None:
    sighting.camera = camera
    sighting.save()
    if observation.claims:
        _store_claims(sighting, observation.claims)
    if observation.texts:
        _store_texts(sighting, observation.texts)


def _store_claims(sighting: Sighting, claims: Mapping[str, tuple[str, Basis]]) -> None:
    Claim.objects.bulk_create(
        Claim(sighting=sighting, aspect=aspect, value=value, basis=basis)
        for aspect, (value, basis) in claims.items()
    )


def _store_texts(sighting: Sighting, texts: Mapping[str, str]) -> None:
    HeldText.objects.bulk_create(
        HeldText(sighting=sighting, aspect=aspect, text=text, received_on=sighting.received_on)
        for aspect, text in texts.items()
    )


def _event_of(sighting: Sighting, what: EventKind, by: Role) -> Event:
    """The act, as an event that is not stored yet."""
    details = {"sighting": sighting.pk, "verdict": str(sighting.verdict)}
    day = sighting.received_on
    return Event(camera=sighting.camera, day=day, what=what, by=by, details=details)
