"""Reading one file whole: its cameras, its ground, the day it shows and the box it covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from mapper.cameras.services.vintage import Listing
from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.osm.extents import box_around_most
from mapper.exchange.sources.osm.formats import Format, format_of
from mapper.exchange.sources.osm.ground_rows import Layer, ground_rows
from mapper.exchange.sources.osm.ground_shapes import GroundShapes, read_shapes
from mapper.exchange.sources.osm.json_files import cameras_in, read_document, shapes_in
from mapper.exchange.sources.osm.listings import listings_of, newest_of
from mapper.exchange.sources.osm.objects import Header, OsmObject
from mapper.exchange.sources.osm.osm_files import read_cameras, read_header
from mapper.exchange.sources.watching import Watch
from mapper.geometry import Box
from mapper.places.services.replace_ground import Layers


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the operator asked for; what she left open the file decides."""

    layers: frozenset[Layer] = frozenset()
    extent: Box | None = None
    vintage_on: date | None = None
    any_size: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything read from one file, ready to be stored.

    `left_out` names the objects that are in the file and not among the listings: they were refused,
    or lie outside the extent asked for. They are not missing.
    """

    name: str
    vintage_on: date
    extent: Box
    listings: Sequence[Listing]
    left_out: frozenset[str]
    ground: Layers
    notes: Notes
    ground_notes: Notes


@dataclass(frozen=True, slots=True)
class _Contents:
    header: Header
    objects: list[OsmObject]
    shapes: GroundShapes
    notes: Notes
    ground_notes: Notes


def read_extract(path: Path, wanted: Wanted, watch: Watch) -> Extract:
    """Read a file in any of our formats; raises `RefusedFileError` with the one reason why not.

    The vintage is the day asked for, else the file's own, else that of its newest edited camera
    (else ground), else the file's date. The extent is the box asked for, else the file's own,
    else the bounding box of what was read, without strays. Cameras outside an extent asked for
    are left out.
    """
    contents = _read(path, format_of(path, any_size=wanted.any_size), wanted, watch)
    extent = _extent(path, wanted, contents)
    vintage_on = wanted.vintage_on or contents.header.vintage_on or _newest_day(path, contents)
    objects = newest_of(contents.objects)
    if wanted.extent:
        objects = [one for one in objects if extent.contains(one.lon, one.lat)]
    listings = listings_of(objects, vintage_on, contents.notes)
    notes = contents.ground_notes
    return Extract(
        name=path.name,
        vintage_on=vintage_on,
        extent=extent,
        listings=listings,
        left_out=_left_out(contents, listings),
        ground=ground_rows(contents.shapes, wanted.layers, extent, notes)
        if contents.shapes
        else {},
        notes=contents.notes,
        ground_notes=notes,
    )


def _left_out(contents: _Contents, listings: Sequence[Listing]) -> frozenset[str]:
    """What the file holds and the listings do not."""
    held = {one.external_id for one in contents.objects}
    refused = {note.about for note in contents.notes.refused}
    return frozenset((held | refused) - {listing.external_id for listing in listings})


def _read(path: Path, found: Format, wanted: Wanted, watch: Watch) -> _Contents:
    notes, ground_notes = Notes(), Notes()
    if found.is_json:
        document = read_document(path, found, notes)
        shapes = shapes_in(document) if wanted.layers else GroundShapes()
        cameras = list(cameras_in(document))
        return _Contents(document.header, cameras, shapes, notes, ground_notes)
    header = read_header(path, found)
    cameras = read_cameras(path, found, notes, watch)
    shapes = GroundShapes()
    if wanted.layers:
        shapes = read_shapes(path, found, ground_notes, watch)
    return _Contents(header, cameras, shapes, notes, ground_notes)


def _extent(path: Path, wanted: Wanted, contents: _Contents) -> Box:
    stated = wanted.extent or contents.header.box or box_around_most(_positions(contents))
    if stated is None:
        raise RefusedFileError(f"{path.name} holds nothing to import.")
    if stated.crosses_date_line:
        raise RefusedFileError(
            f"{path.name} covers both sides of the date line: import it in two with --extent."
        )
    return stated


def _positions(contents: _Contents) -> NDArray[np.float64]:
    """Longitude and latitude of everything read, row by row."""
    shapes = contents.shapes
    drawn = [shape.geometry for shape in (*shapes.lines, *shapes.areas, *shapes.points)]
    cameras = [(one.lon, one.lat) for one in contents.objects]
    return np.vstack([shapely.get_coordinates(drawn), np.array(cameras).reshape(-1, 2)])


def _newest_day(path: Path, contents: _Contents) -> date:
    """The day of the newest edit, of a camera before the ground's, else the file's own date."""
    edits = (one.edited_on for one in contents.objects if one.edited_on)
    modified = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()
    return max(edits, default=contents.shapes.edited_on or modified)
