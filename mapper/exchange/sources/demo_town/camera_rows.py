"""Storing the cameras, what was said of them, and what followed from it day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.contrib.gis.geos import Point

from mapper.cameras.models import Camera, Event, Source, SourceKind, SourceRecord
from mapper.cameras.services.create_camera import apply_reading
from mapper.cameras.services.operators import operators_named
from mapper.contributors.models import Contributor
from mapper.exchange.sources.demo_town import labels
from mapper.exchange.sources.demo_town.cameras import DemoCamera
from mapper.exchange.sources.demo_town.happenings import (
    Happening,
    belief_after,
    events_of,
    happenings_of,
)
from mapper.exchange.sources.demo_town.histories import VINTAGES_AGO, Listed, history_of, walkers
from mapper.exchange.sources.demo_town.position import on_earth
from mapper.sightings.models import Claim, Sighting
from mapper.vocabulary import Basis, write_tags

_ACCURACY_M = (4.0, 6.0, 9.0, 15.0)
_BASES = {
    "operator": Basis.SIGN,
    "operator:type": Basis.SIGN,
    "surveillance:signage": Basis.SIGN,
    "facial_recognition": Basis.DOCUMENT,
    "manufacturer": Basis.DOCUMENT,
    "height": Basis.GUESS,
}
"""How the invented contributors know an aspect; everything else they saw."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A camera, its tags, and everything that happened to it."""

    camera: Camera
    tags: dict[str, str]
    listed: Listed | None
    happenings: list[Happening]


def store_cameras(cameras: list[DemoCamera], seed: str, today: date) -> dict[str, int]:
    """Store the cameras with their histories up to `today`; gives how many of each sort."""
    dice = Random(f"{seed}/histories")
    source = _new_source()
    company = walkers(seed)
    operators = operators_named(camera.reading for camera in cameras)
    told = []
    for number, invented in enumerate(cameras):
        history = history_of(number, dice)
        camera = Camera(location=_location(invented), accuracy_m=dice.choice(_ACCURACY_M))
        apply_reading(camera, invented.reading)
        camera.operator = operators.get(invented.reading.operator)
        happenings = happenings_of(history, company, today)
        _believe(camera, happenings)
        told.append(_Told(camera, write_tags(invented.reading, {}), history.listed, happenings))
    Camera.objects.bulk_create(one.camera for one in told)
    Event.objects.bulk_create(
        event for one in told for event in events_of(one.camera, one.happenings, source)
    )
    return {
        "cameras": len(told),
        "list entries": _store_records(told, source, today),
        "sightings": _store_sightings(told, seed, dice),
    }


def _new_source() -> Source:
    return Source.objects.create(
        slug=labels.SLUG,
        title=labels.SOURCE_TITLE,
        kind=SourceKind.DEMO,
        licence=labels.LICENCE,
        attribution=labels.ATTRIBUTION,
    )


def _location(invented: DemoCamera) -> Point:
    spot = on_earth(invented.spot)
    return Point(spot.x, spot.y, srid=4326)


def _believe(camera: Camera, happenings: list[Happening]) -> None:
    """Give a new camera the state that the rules draw from its history."""
    belief = belief_after(happenings)
    camera.state, camera.voices = belief.state, belief.voices
    camera.first_seen_on, camera.last_seen_on = belief.first_seen_on, belief.last_seen_on


def _store_records(told: list[_Told], source: Source, today: date) -> int:
    records = [
        _record(one, one.listed, number, source, today)
        for number, one in enumerate(told, start=1)
        if one.listed
    ]
    return len(SourceRecord.objects.bulk_create(records))


def _record(one: _Told, listed: Listed, number: int, source: Source, today: date) -> SourceRecord:
    """A camera as the invented list holds it; what it dropped was last in the vintage before."""
    missing, last = listed.missing, VINTAGES_AGO[-1]
    if missing is not None:
        last = min(ago for ago in VINTAGES_AGO if ago > missing)
    days = [listed.first, listed.seen, last]
    first_day, seen_day, last_day = (today - timedelta(days=ago) for ago in days)
    return SourceRecord(
        source=source,
        external_id=f"demo/{number}",
        camera=one.camera,
        tags=one.tags,
        location=one.camera.location,
        seen_on=seen_day,
        first_vintage_on=first_day,
        last_vintage_on=last_day,
        missing_since=None if missing is None else today - timedelta(days=missing),
    )


def _store_sightings(told: list[_Told], seed: str, dice: Random) -> int:
    contributors = _store_contributors(told, seed)
    sightings: list[Sighting] = []
    claims: list[Claim] = []
    for one in told:
        for happening in one.happenings:
            if happening.look is None:
                continue
            sighting = Sighting(
                camera=one.camera,
                contributor=contributors[happening.voice.who],
                verdict=happening.voice.verdict,
                observed_on=happening.day,
                received_on=happening.day,
                location=one.camera.location,
                accuracy_m=dice.choice(_ACCURACY_M),
            )
            if happening is one.happenings[0]:
                claims += _claims(sighting, one.tags)
            sightings.append(sighting)
    Sighting.objects.bulk_create(sightings)
    Claim.objects.bulk_create(claims)
    return len(sightings)


def _store_contributors(told: list[_Told], seed: str) -> dict[str, Contributor]:
    """Every contributor who has seen a camera, by hash, since the first day she did."""
    first_days: dict[str, date] = {}
    for one in told:
        for happening in one.happenings:
            who = happening.voice.who
            first_days[who] = min(happening.day, first_days.get(who, happening.day))
    found = [
        Contributor(
            key_hash=walker.key_hash,
            has_standing=walker.has_standing,
            first_seen_on=first_days[walker.key_hash],
        )
        for walker in walkers(seed)
        if walker.key_hash in first_days
    ]
    return {one.key_hash: one for one in Contributor.objects.bulk_create(found)}


def _claims(sighting: Sighting, tags: dict[str, str]) -> Iterator[Claim]:
    """The first sighting claims everything there is to say."""
    for aspect, value in tags.items():
        if aspect != "man_made":
            basis = _BASES.get(aspect, Basis.SAW)
            yield Claim(sighting=sighting, aspect=aspect, value=value, basis=basis)
