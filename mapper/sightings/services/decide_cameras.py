"""Deciding everything a camera shows from all voices about it; the caller leaves the event."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.gis.geos import Point

from mapper.cameras.models import Camera, Operator, SourceRecord
from mapper.cameras.services.apply_reading import ASPECTS, apply_reading
from mapper.cameras.services.operators import operators_named
from mapper.cameras.services.rewrite import rewrite
from mapper.sightings.models import Claim, Sighting
from mapper.sightings.rules.aspects import LOCATION
from mapper.sightings.rules.beliefs import Belief, belief_from
from mapper.sightings.rules.voices import CameraVoice, voice_of_sighting, voices_of_record
from mapper.spatial.compiled_queries import OfOneOrMany

TOLD = (*ASPECTS, "facings", "operator", LOCATION)
"""What people tell of a camera, under the names of its fields."""

DECIDED = (
    *TOLD,
    *("accuracy_m", "home_cell", "disputed", "state", "voices", "first_seen_on", "last_seen_on"),
)
"""Every field of a camera that follows from what is said of it."""

# Rows that refer to a camera may be stored while it is locked: its key stays what it is.
_LOCKED = OfOneOrMany(
    "pk",
    lambda ones: (
        Camera.objects.filter(ones)
        .select_related("operator")
        .order_by("pk")
        .select_for_update(of=("self",), no_key=True)
    ),
)
_STANDING = OfOneOrMany(
    "camera",
    lambda theirs: Sighting.objects.filter(theirs, withdrawn_on__isnull=True).select_related(
        "contributor"
    ),
)
_RECORDS = OfOneOrMany("camera", SourceRecord.objects.filter)
# Asked for by cameras: sightings there may be more of than a statement has room to name.
_CLAIMS = OfOneOrMany(
    "sighting__camera",
    lambda theirs: Claim.objects.filter(theirs, sighting__withdrawn_on__isnull=True).values_list(
        "sighting_id", "aspect", "value"
    ),
)


@dataclass(frozen=True, slots=True)
class Decision:
    """A camera as it is now believed, and what its changed fields held before."""

    camera: Camera
    before: Mapping[str, Any]

    @property
    def changes_state(self) -> bool:
        """Whether the camera's state is another than before."""
        return "state" in self.before

    @property
    def details(self) -> dict[str, Any]:
        """What followed for state and aspects, as an event tells it; empty where nothing did."""
        found: dict[str, Any] = {}
        if self.changes_state:
            found["state"] = [str(self.before["state"]), str(self.camera.state)]
        if aspects := sorted(self.before.keys() & set(TOLD)):
            found["aspects"] = aspects
        return found


def locked_cameras(ids: Collection[int]) -> list[Camera]:
    """Some cameras with their operators, in one order, which nobody else may decide meanwhile."""
    return _LOCKED.rows(ids)


def locked_camera(pk: int) -> Camera:
    """One camera with its operator, which nobody else may decide meanwhile."""
    (camera,) = locked_cameras([pk])
    return camera


def decide_cameras(cameras: Sequence[Camera]) -> list[Decision]:
    """Decide loaded and locked cameras anew and store those that changed; gives these."""
    decisions = weigh_cameras(cameras)
    changed = {field for decision in decisions for field in decision.before}
    rewrite([decision.camera for decision in decisions], sorted(changed))
    return decisions


def weigh_cameras(cameras: Sequence[Camera]) -> list[Decision]:
    """Write onto loaded cameras what all voices add up to; gives those that differ, unsaved.

    An operator nobody had named before is stored. The number of queries does not depend on the
    number of cameras.
    """
    voices = voices_about([camera.pk for camera in cameras])
    beliefs = [belief_from(voices[camera.pk]) for camera in cameras]
    operators = _operators_for(cameras, beliefs)
    decisions = []
    for camera, belief in zip(cameras, beliefs, strict=True):
        before = _held(camera)
        apply_belief(camera, belief, operators)
        after = _held(camera)
        if differing := {
            field: before[field] for field in DECIDED if before[field] != after[field]
        }:
            decisions.append(Decision(camera, differing))
    return decisions


def apply_belief(camera: Camera, belief: Belief, operators: Mapping[str, Operator]) -> None:
    """Write a belief onto an unsaved or loaded camera; where nobody says, it stays where it is."""
    place, presence = belief.place, belief.presence
    if place:
        if camera.location.coords != (place.lon, place.lat):
            camera.location = Point(place.lon, place.lat, srid=4326)
        camera.accuracy_m = place.accuracy_m
    apply_reading(camera, belief.reading)
    camera.operator = operators.get(belief.reading.operator)
    camera.disputed = belief.disputed
    camera.state, camera.voices = presence.state, presence.voices
    camera.first_seen_on, camera.last_seen_on = presence.first_seen_on, presence.last_seen_on


def voices_about(ids: Collection[int]) -> Mapping[int, list[CameraVoice]]:
    """All voices about some cameras: sightings that stand, and sources; three queries."""
    voices: dict[int, list[CameraVoice]] = defaultdict(list)
    sightings = _STANDING.rows(ids)
    claims = _claims_about(ids) if sightings else {}
    for sighting in sightings:
        voice = voice_of_sighting(sighting, claims.get(sighting.pk, {}))
        voices[sighting.camera_id].append(voice)
    for record in _RECORDS.rows(ids):
        voices[record.camera_id].extend(voices_of_record(record))
    return voices


def _claims_about(ids: Collection[int]) -> Mapping[int, dict[str, str]]:
    """What every sighting of some cameras claims, by OSM key."""
    claims: dict[int, dict[str, str]] = defaultdict(dict)
    for sighting, aspect, value in _CLAIMS.rows(ids):
        claims[sighting][aspect] = value
    return claims


def _operators_for(cameras: Sequence[Camera], beliefs: Iterable[Belief]) -> dict[str, Operator]:
    """The operators that are believed, by name; those the cameras have already are at hand."""
    known = {camera.operator.name: camera.operator for camera in cameras if camera.operator}
    readings = (belief.reading for belief in beliefs)
    return known | operators_named(one for one in readings if one.operator not in known)


def _held(camera: Camera) -> dict[str, Any]:
    """What a camera holds of everything that is decided, comparable with what it held before."""
    held = {field: getattr(camera, field) for field in DECIDED}
    return held | {LOCATION: camera.location.coords}
