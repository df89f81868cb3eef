"""Answers of the Overpass API in JSON: `out center`, `out geom`, or ways with their nodes."""

from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.json_rows import (
    Document,
    JsonObject,
    RowError,
    about,
    day_from,
    name_from,
    position_from,
    tags_from,
    version_from,
)
from mapper.exchange.sources.osm.objects import Header

Point = tuple[float, float]


def read_overpass(content: dict[str, Any], notes: Notes) -> Document:
    """Every tagged element; refuses single elements, with the reason, into `notes`."""
    stated = content.get("osm3s")
    vintage_on = day_from(stated.get("timestamp_osm_base")) if isinstance(stated, dict) else None
    elements = content["elements"]
    corners = _corners(elements)
    objects = []
    for number, element in enumerate(elements, start=1):
        # Elements without tags are the corners of others.
        if isinstance(element, dict) and not element.get("tags"):
            continue
        try:
            objects.append(_object(element, corners))
        except RowError as error:
            notes.refuse(about(element, f"element {number}"), str(error))
    return Document(Header(vintage_on), objects)


def _corners(elements: list[Any]) -> dict[int, Point]:
    """Where the nodes of the answer are, for ways that only name their nodes."""
    return {
        element["id"]: (element["lon"], element["lat"])
        for element in elements
        if isinstance(element, dict)
        and element.get("type") == "node"
        and isinstance(element.get("id"), int)
        and {"lon", "lat"} <= element.keys()
    }


def _object(element: object, corners: dict[int, Point]) -> JsonObject:
    if not isinstance(element, dict):
        raise RowError("is no element")
    return JsonObject(
        external_id=name_from(element.get("type"), element.get("id")),
        tags=tags_from(element["tags"]),
        geometry=_geometry(element, corners),
        version=version_from(element.get("version")),
        edited_on=day_from(element.get("timestamp")),
    )


def _geometry(element: dict[str, Any], corners: dict[int, Point]) -> BaseGeometry:
    if element["type"] == "node":
        return shapely.Point(position_from(element.get("lon"), element.get("lat")))
    line = _line(element, corners)
    if len(line) > 1:
        return shapely.LineString(line)
    centre = element.get("center")
    if isinstance(centre, dict):
        return shapely.Point(position_from(centre.get("lon"), centre.get("lat")))
    return _middle_of_bounds(element.get("bounds"))


def _line(element: dict[str, Any], corners: dict[int, Point]) -> list[Point]:
    """The corners of a way, written out or named; those the answer lacks are left out."""
    written = element.get("geometry")
    if isinstance(written, list):
        return [
            position_from(point.get("lon"), point.get("lat"))
            for point in written
            if isinstance(point, dict)
        ]
    named = element.get("nodes")
    if not isinstance(named, list):
        return []
    found = (corners[node] for node in named if isinstance(node, int) and node in corners)
    return [position_from(*point) for point in found]


def _middle_of_bounds(bounds: object) -> BaseGeometry:
    if not isinstance(bounds, dict):
        raise RowError("has no position: ask Overpass for `out center`")
    west, south = position_from(bounds.get("minlon"), bounds.get("minlat"))
    east, north = position_from(bounds.get("maxlon"), bounds.get("maxlat"))
    return shapely.Point((west + east) / 2, (south + north) / 2)
