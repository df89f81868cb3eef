"""Everything public about one camera: what is believed, who says so, and what happened."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from mapper.cameras.models import Camera, Event, EventKind, SourceRecord
from mapper.cameras.rules import state_on
from mapper.exchange.exports.geojson.features import day_text, point_of, properties_of
from mapper.sightings.models import Sighting
from mapper.sightings.rules.tally import Tally, tally_of, who_words
from mapper.vocabulary import Role, State


def describe(camera: Camera, today: date) -> dict[str, Any]:
    """What the page of a camera says, for programs; at most five queries.

    Sightings carry days and claims and never who made them. Raises `ValueError` for a camera at
    a private home, which is only ever counted.
    """
    if camera.home_cell is not None:
        raise ValueError("a camera at a private home is not described")
    standing = camera.sightings.filter(withdrawn_on__isnull=True)
    sightings = standing.prefetch_related("claims").order_by("observed_on", "pk")
    records = camera.records.select_related("source").order_by("pk")
    events = camera.events.select_related("source")
    return {
        "id": camera.pk,
        "location": point_of(camera),
        **properties_of(camera, today),
        "belief": _belief(camera, tally_of(sightings, records), today),
        "sightings": _sightings(sightings),
        "records": [_record(record) for record in records],
        "history": _history(events, records),
    }


def _belief(camera: Camera, tally: Tally, today: date) -> dict[str, Any]:
    """Who says that it is there and who that it is gone: people as a number, sources by name."""
    state = state_on(State(camera.state), camera.last_seen_on, today)
    return {
        "label": state.label,
        "who": who_words(tally, camera.last_seen_on),
        "present": asdict(tally.present),
        "gone": asdict(tally.gone),
    }


def _sightings(sightings: Iterable[Sighting]) -> list[dict[str, Any]]:
    return [
        {
            "observed_on": day_text(sighting.observed_on),
            "verdict": sighting.verdict,
            "claims": {
                claim.aspect: {"value": claim.value, "basis": claim.basis}
                for claim in sighting.claims.all()
            },
        }
        for sighting in sightings
    ]


def _record(record: SourceRecord) -> dict[str, Any]:
    return {
        "source": record.source.slug,
        "title": record.source.title,
        "licence": record.source.licence,
        "attribution": record.source.attribution,
        "external_id": record.external_id,
        "version": record.version,
        "tags": record.tags,
        "seen_on": day_text(record.seen_on),
        "first_vintage_on": day_text(record.first_vintage_on),
        "last_vintage_on": day_text(record.last_vintage_on),
        "missing_since": day_text(record.missing_since),
    }


def _history(events: Iterable[Event], records: Iterable[SourceRecord]) -> list[dict[str, Any]]:
    """What happened, by day; that a source began to list it before whatever else that day."""
    told = [*map(_listed, records), *map(_event, events)]
    return sorted(told, key=lambda one: str(one["day"]))


def _listed(record: SourceRecord) -> dict[str, Any]:
    return {
        "day": day_text(record.first_vintage_on),
        "what": EventKind.LOGGED.value,
        "by": Role.IMPORTER.value,
        "source": record.source.slug,
        "details": {},
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "day": day_text(event.day),
        "what": event.what,
        "by": event.by,
        "source": event.source.slug if event.source else None,
        "details": event.details,
    }
