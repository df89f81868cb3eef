"""Storing the cameras, what was said of them, and what followed from it day by day."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.contrib.gis.geos import Point

from mapper.cameras.models import Camera, Event, Source, SourceKind, SourceRecord
from mapper.contributors.models import Contributor, ContributorEvent, ContributorEventKind
from mapper.contributors.rules.standing import fades_on
from mapper.exchange.sources.demo_town import labels
from mapper.exchange.sources.demo_town.cameras import DemoCamera
from mapper.exchange.sources.demo_town.happenings import Happening, events_of, happenings_of
from mapper.exchange.sources.demo_town.histories import (
    VINTAGES_AGO,
    Listed,
    Walker,
    history_of,
    walkers,
)
from mapper.exchange.sources.demo_town.position import on_earth
from mapper.sightings.models import Claim, Sighting
from mapper.sightings.services.decide_cameras import decide_cameras, locked_cameras
from mapper.vocabulary import Basis, Role, Verdict, write_tags

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
    """A camera, its tags, how sure its position is, and everything that happened to it."""

    camera: Camera
    tags: dict[str, str]
    accuracy_m: float
    listed: Listed | None
    happenings: list[Happening]


def store_cameras(cameras: list[DemoCamera], seed: str, today: date) -> dict[str, int]:
    """Store the cameras with their histories up to `today`; gives how many of each sort."""
    dice = Random(f"{seed}/histories")
    source = _new_source()
    company = walkers(seed)
    told = []
    for number, invented in enumerate(cameras):
        history = history_of(number, dice)
        camera, accuracy_m = Camera(location=_location(invented)), dice.choice(_ACCURACY_M)
        tags = write_tags(invented.reading, {})
        happenings = happenings_of(history, company, today)
        told.append(_Told(camera, tags, accuracy_m, history.listed, happenings))
    Camera.objects.bulk_create(one.camera for one in told)
    records = _store_records(told, source, today)
    sightings = _store_sightings(told, seed)
    Event.objects.bulk_create(
        event
        for one, seen in zip(told, sightings, strict=True)
        for event in events_of(one.camera, one.happenings, source, seen)
    )
    decide_cameras(locked_cameras([one.camera.pk for one in told]))
    return {"cameras": len(told), "list entries": records, "sightings": sum(map(len, sightings))}


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


def _store_sightings(told: list[_Told], seed: str) -> list[dict[Happening, Sighting]]:
    """Store what people saw; gives, for each camera, which happening is which sighting."""
    contributors = _store_contributors(told, seed)
    found = [
        {
            happening: _sighting(one, happening, contributors[happening.voice.who])
            for happening in one.happenings
            if happening.look
        }
        for one in told
    ]
    Sighting.objects.bulk_create(sighting for seen in found for sighting in seen.values())
    Claim.objects.bulk_create(
        claim
        for one, seen in zip(told, found, strict=True)
        for happening, sighting in seen.items()
        for claim in _claims(sighting, one, happening)
    )
    return found


def _sighting(one: _Told, happening: Happening, contributor: Contributor) -> Sighting:
    return Sighting(
        camera=one.camera,
        contributor=contributor,
        verdict=happening.voice.verdict,
        observed_on=happening.day,
        received_on=happening.day,
        location=one.camera.location,
        accuracy_m=one.accuracy_m,
    )


def _store_contributors(told: list[_Told], seed: str) -> dict[str, Contributor]:
    """Every contributor who has seen a camera, by hash; some had standing from their first day."""
    days = defaultdict[str, list[date]](list)
    for one in told:
        for happening in one.happenings:
            days[happening.voice.who].append(happening.day)
    seen = [walker for walker in walkers(seed) if walker.key_hash in days]
    found = [_contributor(walker, days[walker.key_hash]) for walker in seen]
    Contributor.objects.bulk_create(found)
    ContributorEvent.objects.bulk_create(
        ContributorEvent(
            contributor=contributor,
            day=contributor.first_seen_on,
            what=ContributorEventKind.STANDING_GIVEN,
            by=Role.OPERATOR,
        )
        for contributor in found
        if contributor.has_standing
    )
    return {one.key_hash: one for one in found}


def _contributor(walker: Walker, days: list[date]) -> Contributor:
    return Contributor(
        key_hash=walker.key_hash,
        has_standing=walker.has_standing,
        standing_until=fades_on(max(days)) if walker.has_standing else None,
        first_seen_on=min(days),
        last_seen_on=max(days),
    )


def _claims(sighting: Sighting, one: _Told, happening: Happening) -> Iterator[Claim]:
    """The first sighting claims everything there is to say, and some later ones a little of it."""
    told = one.tags if happening is one.happenings[0] else _seen_again(one.tags, happening)
    for aspect, value in told.items():
        if aspect != "man_made":
            basis = _BASES.get(aspect, Basis.SAW)
            yield Claim(sighting=sighting, aspect=aspect, value=value, basis=basis)


def _seen_again(tags: dict[str, str], happening: Happening) -> dict[str, str]:
    """What somebody says who looks again: every other day the mount, and a change where it was."""
    told = {"camera:mount": tags["camera:mount"]} if "camera:mount" in tags else {}
    if happening.voice.verdict is Verdict.CHANGED:
        return told | {"camera:type": "panning"}
    seen = happening.voice.verdict is Verdict.PRESENT and happening.day.toordinal() % 2 == 0
    return told if seen else {}
