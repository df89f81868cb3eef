"""GeoJSON whose properties are OSM tags, as overpass-turbo and osmium export it."""

from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.json_rows import (
    Document,
    JsonObject,
    RowError,
    box_from,
    day_from,
    name_from,
    position_from,
    tags_from,
    version_from,
)
from mapper.exchange.sources.osm.objects import Header

_KIND_OF_ID = {"n": "node", "w": "way", "r": "relation"}


def read_geojson(content: dict[str, Any], notes: Notes) -> Document:
    """Every feature of a collection; refuses single features, with the reason, into `notes`."""
    header = Header(
        day_from(content.get("timestamp")), box_from(content.get("bbox"), south_first=False)
    )
    objects = []
    for number, feature in enumerate(content["features"], start=1):
        try:
            objects.append(_object(feature))
        except RowError as error:
            notes.refuse(f"feature {number}", str(error))
    return Document(header, objects)


def _object(feature: object) -> JsonObject:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise RowError("is no feature with properties")
    told: dict[str, Any] = feature["properties"]
    meta = {key[1:]: value for key, value in told.items() if key.startswith("@")}
    return JsonObject(
        external_id=_name_of(feature, meta),
        tags=tags_from({key: value for key, value in told.items() if not key.startswith("@")}),
        geometry=_geometry(feature.get("geometry")),
        version=version_from(meta.get("version")),
        edited_on=day_from(meta.get("timestamp")),
    )


def _name_of(feature: dict[str, Any], meta: dict[str, Any]) -> str:
    """The OSM id: `node/12` as id or `@id`, `n12` as id, or `@type` with a bare number."""
    told = str(meta.get("id") or feature.get("id") or "")
    kind, slash, number = told.partition("/")
    if slash:
        return name_from(kind, number)
    if told[:1] in _KIND_OF_ID:
        return name_from(_KIND_OF_ID[told[0]], told[1:])
    return name_from(meta.get("type"), told)


def _geometry(raw: object) -> BaseGeometry:
    if not isinstance(raw, dict) or "coordinates" not in raw:
        raise RowError("has no geometry")
    if raw.get("type") == "Point":
        place = raw["coordinates"]
        if not isinstance(place, list) or len(place) < 2:  # noqa: PLR2004
            raise RowError("has no position")
        return shapely.Point(position_from(*place[:2]))
    try:
        found: BaseGeometry = shapely.geometry.shape(raw)
    except (ShapelyError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise RowError("has a geometry that cannot be read") from error
    if found.is_empty or shapely.has_z(found):
        found = shapely.force_2d(found)
    _check_reach(found)
    return found


def _check_reach(geometry: BaseGeometry) -> None:
    if geometry.is_empty:
        raise RowError("has an empty geometry")
    west, south, east, north = geometry.bounds
    position_from(west, south)
    position_from(east, north)
