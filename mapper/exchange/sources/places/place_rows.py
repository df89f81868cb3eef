"""Turning the rows of a file into places: outlines repaired, people counted, each told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely
from django.contrib.gis.geos import MultiPolygon
from django.utils.text import slugify
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.places.fields import PlaceFields
from mapper.exchange.sources.shapes import as_stored, polygons_of, repaired, tidied
from mapper.exchange.sources.tables.degrees import shapes_in_degrees
from mapper.exchange.sources.tables.table import Table
from mapper.places.models import Place
from mapper.settings import limits
from mapper.vocabulary import Level

_NAME_LENGTH = 255
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]+)?")
_CODE_LENGTH = 100


@dataclass(slots=True)
class _Row:
    """One row on its way to a place."""

    number: int
    name: str
    code: str
    people: str
    outline: BaseGeometry

    @property
    def about(self) -> str:
        """What to call it."""
        return about(self.number, self.name)


def about(number: int, name: str) -> str:
    """What to call a row: by its number in the file, and its name where it has one."""
    return f"row {number} “{name}”" if name else f"row {number}"


def place_rows(
    table: Table, fields: PlaceFields, *, level: Level, crs: str, notes: Notes
) -> list[Place]:
    """The unsaved places of a file, without slug and ground; each row that is none is told.

    Rows of one code and name are parts of one place. Raises `RefusedFileError` where nobody knows
    the coordinate system.
    """
    rows = _joined(_usable(table, fields, crs, notes), notes)
    return [
        Place(
            name=row.name,
            level=level,
            boundary=as_stored(row.outline, MultiPolygon),
            external_id=row.code,
            **_counted(row, fields.population_year, notes),
        )
        for row in rows
    ]


def _usable(table: Table, fields: PlaceFields, crs: str, notes: Notes) -> Iterator[_Row]:
    """The rows with a name and an outline on the earth."""
    shapes = shapes_in_degrees(table.shapes, crs)
    names = table.texts(fields.name)
    codes = table.texts(fields.code) if fields.code else _codes_from(names)
    people = table.texts(fields.population)
    for number, (name, code) in enumerate(zip(names, codes, strict=True)):
        row = about(number + 1, name)
        shape = shapes[number]
        reason = _reason_against_words(name, code)
        reason = reason or _reason_against_outline(table.shapes[number], shape)
        outline = None if reason else _outline(row, shape, notes)
        if reason:
            notes.refuse(row, reason)
        elif outline is None:
            notes.refuse(row, "its outline bounds no area")
        else:
            yield _Row(number + 1, name[:_NAME_LENGTH], code, people[number], outline)


def _codes_from(names: Sequence[str]) -> list[str]:
    """Codes for places without any, from their names; namesakes are numbered in their order."""
    seen: dict[str, int] = {}
    codes = []
    for name in names:
        stem = slugify(name)[: _CODE_LENGTH - 6] or "place"
        seen[stem] = seen.get(stem, 0) + 1
        codes.append(stem if seen[stem] == 1 else f"{stem}-{seen[stem]}")
    return codes


def _reason_against_words(name: str, code: str) -> str:
    """Why a row with such words is no place; empty where it may be one."""
    if not name:
        return "has no name"
    if not code:
        return "has no code"
    if len(code) > _CODE_LENGTH:
        return f"its code is longer than {_CODE_LENGTH} letters"
    return ""


def _reason_against_outline(given: BaseGeometry | None, shape: BaseGeometry | None) -> str:
    """Why a row with such an outline, as given and in degrees, is no place; else empty."""
    if given is None or given.is_empty:
        return "has no outline"
    if shape is None:
        return "its outline leaves the earth; say its --crs"
    return ""


def _outline(row: str, shape: BaseGeometry, notes: Notes) -> BaseGeometry | None:
    """The outline as a valid multipolygon; a repair is told."""
    tidy = tidied(shape)
    if shapely.is_valid(tidy):
        return polygons_of(tidy)
    notes.remark(row, "its outline crossed itself and was repaired")
    return repaired(tidy)


def _joined(rows: Iterator[_Row], notes: Notes) -> list[_Row]:
    """The rows, those of one code and name put together."""
    found: dict[str, _Row] = {}
    for row in rows:
        first = found.setdefault(row.code, row)
        if first is row:
            continue
        if first.name != row.name:
            notes.refuse(row.about, f"its code {row.code} is that of {first.about}")
            continue
        notes.remark(row.about, f"is a part of row {first.number}, and was put to it")
        both = shapely.union(first.outline, row.outline)
        first.outline = repaired(both) or first.outline
    return list(found.values())


def _counted(row: _Row, year: int | None, notes: Notes) -> dict[str, int]:
    """The people of a place and their year; nothing where either is not told."""
    plain = row.people.replace(",", "").replace("\u00a0", "").replace(" ", "")
    if year is None or not plain:
        return {}
    if not _NUMBER.fullmatch(plain) or float(plain) > limits.POPULATION_MAX:
        notes.remark(row.about, f"its population “{row.people}” is no number, and was left")
        return {}
    people = round(float(plain))
    if people != float(plain):
        notes.remark(row.about, f"its population {plain} was rounded to {people:,}")
    return {"population": people, "population_year": year}
