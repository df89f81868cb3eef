"""Importing a file of boundaries: read, stored as a generation, and nested, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from django.db import transaction
from django.utils.text import slugify

from mapper.exchange.sources.counter import Counter
from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.places.fields import PlaceFields, fields_of
from mapper.exchange.sources.places.place_rows import place_rows
from mapper.exchange.sources.tables.table import Table, read_table
from mapper.exchange.sources.watching import Watch
from mapper.geometry import Box
from mapper.places.models import Place
from mapper.places.services.nest_places import nest_places
from mapper.places.services.replace_ground import OlderGroundError
from mapper.places.services.store_generation import (
    ElsewhereError,
    Generation,
    GenerationReport,
    store_generation,
)
from mapper.vocabulary import Level

SOURCE_LENGTH = 30
"""Letters of a source's slug: with level and day it is the slug of a ground, which holds 50."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the operator asked for; what she left open the file decides."""

    level: Level
    fields: PlaceFields = field(default_factory=PlaceFields)
    layer: str = ""
    encoding: str = ""
    crs: str = ""
    source: str = ""
    attribution: str = ""
    vintage_on: date | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class PlacesReport:
    """What importing a file of boundaries did."""

    generation: GenerationReport
    fields: PlaceFields
    crs: str
    nested: int
    notes: Notes


def import_places(path: Path, wanted: Wanted, *, today: date, watch: Watch) -> PlacesReport:
    """Import a file in one transaction; raises `RefusedFileError` with the one reason why not.

    The vintage is the day asked for, else the file's date; the source the one asked for, else the
    file's name.
    """
    table = read_table(path, layer=wanted.layer, encoding=wanted.encoding, watch=watch)
    fields = fields_of(table, wanted.fields)
    crs = wanted.crs or table.crs
    if not crs:
        raise RefusedFileError(f"{table.name} says no coordinate system: name it with --crs.")
    notes = Notes()
    places = place_rows(table, fields, level=wanted.level, crs=crs, notes=notes)
    if not places:
        first = f" {notes.refused[0]}." if notes.refused else ""
        raise RefusedFileError(f"{table.name} holds no place that can be stored.{first}")
    generation = _generation(table, wanted, places)
    try:
        with transaction.atomic():
            report = store_generation(
                generation=generation,
                places=places,
                today=today,
                written=Counter(watch, "Storing places", len(places)),
            )
            watch("Finding what holds what", 0, None)
            nested = nest_places()
            watch("Finding what holds what", len(places), len(places))
            if wanted.dry_run:
                transaction.set_rollback(True)
    except (OlderGroundError, ElsewhereError) as error:
        raise RefusedFileError(f"{table.name} was refused: {error}.") from error
    return PlacesReport(report, fields, crs, nested, notes)


def _generation(table: Table, wanted: Wanted, places: Sequence[Place]) -> Generation:
    name = wanted.source or table.name.partition(".")[0]
    source = slugify(name)
    if not source or len(source) > SOURCE_LENGTH:
        raise RefusedFileError(
            f"“{name}” is no name of a source: 1 to {SOURCE_LENGTH} letters, digits and hyphens"
            " (--source)."
        )
    corners = np.array([place.boundary.extent for place in places])
    west, south = corners[:, :2].min(axis=0).tolist()
    east, north = corners[:, 2:].max(axis=0).tolist()
    return Generation(
        source=source,
        level=wanted.level,
        vintage_on=wanted.vintage_on or table.modified_on,
        title=f"{name}: {wanted.level.label.lower()} boundaries",
        attribution=wanted.attribution,
        extent=Box(west, south, east, north),
    )
