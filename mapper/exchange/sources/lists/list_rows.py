"""Turning the rows of a list into listings of cameras, told apart, in the words of OSM tags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

import numpy as np
import shapely

from mapper.cameras.services.vintage import Listing
from mapper.exchange.sources.lists.fields import TAGS, ListFields
from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.listings import listings_of
from mapper.exchange.sources.osm.objects import OsmObject, tidy
from mapper.exchange.sources.tables.degrees import Positions, positions_in_degrees
from mapper.exchange.sources.tables.table import Table

CAMERA = {"man_made": "surveillance", "surveillance:type": "camera"}
"""What every row is, unless a tag for all says otherwise."""

ID_LENGTH = 100


@dataclass(frozen=True, slots=True)
class ReadList:
    """The listings of a list, and the numbers of the rows that were refused."""

    listings: Sequence[Listing]
    left_out: frozenset[str]


def list_rows(
    table: Table, fields: ListFields, *, crs: str, vintage_on: date, notes: Notes
) -> ReadList:
    """Every camera of a list; each row that is none, and each odd word, is told by its row.

    A row is called by its number (`ref`), else by its position; of several that are called the
    same each is a camera of its own, in their order in the file. Raises `RefusedFileError` where
    nobody knows the coordinate system.
    """
    given = _positions(table, fields)
    degrees = positions_in_degrees(given, crs)
    tags = _tags(table, fields)
    names = row_names(degrees, [row.get("ref", "") for row in tags])
    about = {
        name: about_row(number, tags[number].get("ref", "")) for number, name in enumerate(names)
    }
    objects = []
    for number, name in enumerate(names):
        reason = reason_against(given[number], degrees[number], name)
        if reason:
            notes.refuse(about[name], reason)
        else:
            lon, lat = map(tidy, degrees[number].tolist())
            objects.append(OsmObject(name, lon, lat, tags[number]))
    listings = _listings(objects, vintage_on, about, notes)
    held = {listing.external_id for listing in listings}
    return ReadList(listings, frozenset(set(names) - held))


def _listings(
    objects: Sequence[OsmObject], vintage_on: date, about: Mapping[str, str], notes: Notes
) -> list[Listing]:
    """The listings, read as OSM's are, with what is said of them told by row."""
    said = Notes()
    listings = listings_of(objects, vintage_on, said)
    for note in said.refused:
        notes.refuse(about[note.about], note.text)
    for note in said.remarked:
        notes.remark(about[note.about], note.text)
    return listings


def _positions(table: Table, fields: ListFields) -> Positions:
    """Rows of two numbers as they are given; NaN where there are none."""
    if fields.lon:
        return np.array(
            [
                [number_of(lon), number_of(lat)]
                for lon, lat in zip(table.texts(fields.lon), table.texts(fields.lat), strict=True)
            ]
        )
    middles = shapely.centroid(table.shapes)
    return np.column_stack([shapely.get_x(middles), shapely.get_y(middles)])


def number_of(text: str) -> float:
    """A number with a point or a comma; NaN for anything else."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return float("nan")


def _tags(table: Table, fields: ListFields) -> list[dict[str, str]]:
    """What every row says, in OSM's keys; an empty text says nothing."""
    every = [{**CAMERA, **fields.tags} for _ in range(len(table))]
    for name, column in fields.columns.items():
        for tags, text in zip(every, table.texts(column), strict=True):
            if text:
                tags[TAGS[name]] = text
    return every


def row_names(degrees: Positions, refs: Sequence[str]) -> list[str]:
    """What every row is called: no two the same."""
    spots = (f"{lon:.7f},{lat:.7f}" for lon, lat in degrees.tolist())
    wanted = [ref or spot for ref, spot in zip(refs, spots, strict=True)]
    names: list[str] = []
    taken = set(wanted)
    seen: set[str] = set()
    for name in wanted:
        numbered = (f"{name}/{number}" for number in count(2))
        names.append(next(one for one in numbered if one not in taken) if name in seen else name)
        seen.add(name)
        taken.add(names[-1])
    return names


def about_row(number: int, ref: str) -> str:
    """What a row is called where something is said of it; its number counts from 0."""
    return f"row {number + 1} (“{ref}”)" if ref else f"row {number + 1}"


def reason_against(given: Positions, degrees: Positions, name: str) -> str:
    """Why a row is no camera; empty where it is one."""
    if not np.isfinite(given).all():
        return "has no position"
    if not given.any():
        return "its position is 0, 0, which lists write where they know none"
    if np.isnan(degrees).any():
        lon, lat = given.tolist()
        return f"its position {lon:g}, {lat:g} is off the earth; say its --crs"
    if len(name) > ID_LENGTH:
        return f"its number is longer than {ID_LENGTH} letters"
    return ""
