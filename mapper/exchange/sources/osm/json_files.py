"""Reading objects out of JSON: Overpass answers, GeoJSON of OSM tags, and lists of cameras."""

import bz2
import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.osm.camera_lists import read_camera_list
from mapper.exchange.sources.osm.formats import Format
from mapper.exchange.sources.osm.geojson import read_geojson
from mapper.exchange.sources.osm.ground_shapes import (
    GroundShapes,
    is_area,
    is_line,
    is_point,
)
from mapper.exchange.sources.osm.json_rows import Document
from mapper.exchange.sources.osm.objects import OsmObject, Shape, tidy
from mapper.exchange.sources.osm.osm_files import is_device
from mapper.exchange.sources.osm.overpass import read_overpass
from mapper.settings import limits

_OPENERS: dict[Format, Callable[[Path], Any]] = {
    Format.JSON: lambda path: path.open("rb"),
    Format.JSON_GZ: gzip.open,
    Format.JSON_BZ2: bz2.open,
}
# The list that tells one kind of file from another, and who reads it.
_READERS: dict[str, Callable[[dict[str, Any], Notes], Document]] = {
    "elements": read_overpass,
    "features": read_geojson,
    "cameras": read_camera_list,
}


def read_document(path: Path, found: Format, notes: Notes) -> Document:
    """Everything a JSON file holds; raises `RefusedFileError` where it is not one of ours."""
    content = _content(path, found)
    for key, read in _READERS.items():
        if isinstance(content, dict) and isinstance(content.get(key), list):
            return read(content, notes)
    raise RefusedFileError(
        f"{path.name} is JSON, but neither an Overpass answer (elements), nor a GeoJSON collection"
        " (features), nor a list of cameras (cameras)."
    )


def _content(path: Path, found: Format) -> object:
    try:
        with _OPENERS[found](path) as opened:
            raw = opened.read(limits.IMPORT_JSON_MAX_BYTES + 1)
        if len(raw) > limits.IMPORT_JSON_MAX_BYTES:
            raise RefusedFileError(
                f"{path.name} holds more than {limits.IMPORT_JSON_MAX_BYTES:,} bytes of JSON:"
                " import an .osm.pbf instead."
            )
        content: object = json.loads(raw)
        return content
    except (OSError, EOFError, zlib.error, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise RefusedFileError(f"{path.name} is broken or cut short: {reason}.") from error


def cameras_in(document: Document) -> Iterator[OsmObject]:
    """The objects tagged as surveillance devices, at their middle."""
    for item in document.objects:
        if is_device(item.tags):
            middle = _filled(item.geometry).centroid
            yield OsmObject(
                external_id=item.external_id,
                lon=tidy(middle.x),
                lat=tidy(middle.y),
                tags=item.tags,
                version=item.version,
                edited_on=item.edited_on,
            )


def _filled(geometry: BaseGeometry) -> BaseGeometry:
    """The area that a closed line bounds; any other shape as it is."""
    if isinstance(geometry, shapely.LineString) and geometry.is_ring:
        return shapely.Polygon(geometry)
    return geometry


def shapes_in(document: Document) -> GroundShapes:
    """The shapes of the ground; closed lines tagged as areas are areas, as in OSM."""
    shapes = GroundShapes()
    for item in document.objects:
        geometry = _filled(item.geometry) if is_area(item.tags) else item.geometry
        shape = Shape(item.external_id, item.tags, geometry)
        if isinstance(geometry, shapely.LineString) and is_line(item.tags):
            shapes.lines.append(shape)
        elif isinstance(geometry, shapely.Polygon | shapely.MultiPolygon) and is_area(item.tags):
            shapes.areas.append(shape)
        elif isinstance(geometry, shapely.Point) and is_point(item.tags):
            shapes.points.append(shape)
    return shapes
