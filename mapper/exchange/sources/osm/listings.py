"""Turning OSM objects into listings of cameras: checked, read, and dated."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from mapper.cameras.rules import LONGEST, fits
from mapper.cameras.services.vintage import Listing
from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.objects import OsmObject
from mapper.vocabulary import CameraReading, read_tags


def listings_of(objects: Iterable[OsmObject], vintage_on: date, notes: Notes) -> list[Listing]:
    """The listings among objects; each that is none, and each odd tag, is told in `notes`."""
    return list(_listings(newest_of(objects), vintage_on, notes))


def newest_of(objects: Iterable[OsmObject]) -> list[OsmObject]:
    """Each object once, in its newest version."""
    newest: dict[str, OsmObject] = {}
    for one in objects:
        held = newest.get(one.external_id)
        if held is None or (one.version or 0) >= (held.version or 0):
            newest[one.external_id] = one
    return list(newest.values())


def _listings(objects: Iterable[OsmObject], vintage_on: date, notes: Notes) -> Iterator[Listing]:
    for one in objects:
        reading = read_tags(one.tags)
        if not reading.is_camera:
            notes.refuse(one.external_id, reading.not_a_camera)
        elif not _can_be_stored(one.tags):
            notes.refuse(one.external_id, "its tags hold characters that cannot be stored")
        else:
            yield _listing(one, reading, vintage_on, notes)


def _listing(one: OsmObject, reading: CameraReading, vintage_on: date, notes: Notes) -> Listing:
    for problem in reading.problems:
        notes.remark(one.external_id, problem)
    seen_on = reading.seen_on or one.edited_on
    if seen_on is not None and seen_on > vintage_on:
        notes.remark(one.external_id, f"was seen on {seen_on}, after the day of this vintage")
        seen_on = vintage_on
    return Listing(
        external_id=one.external_id,
        lon=one.lon,
        lat=one.lat,
        tags=one.tags,
        version=one.version,
        seen_on=seen_on,
        reading=_fitting(one.external_id, reading, notes),
    )


def _fitting(name: str, reading: CameraReading, notes: Notes) -> CameraReading:
    """A reading without the texts longer than we hold; they stay in the tags as they came."""
    too_long: dict[str, Any] = {
        field: "" for field in LONGEST if not fits(field, getattr(reading, field))
    }
    for field in too_long:
        words = field.replace("_", " ")
        notes.remark(name, f"its {words} is longer than {LONGEST[field]} letters, and was left")
    return replace(reading, **too_long)


def _can_be_stored(tags: Mapping[str, str]) -> bool:
    """Whether all tags are texts a database takes: no zero character, no half character."""
    text = "".join(part for pair in tags.items() for part in pair)
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
