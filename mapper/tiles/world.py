"""The world's land, borders and names, for where nothing was imported yet: from npm world-atlas.

The files hold Natural Earth's shapes (public domain) as TopoJSON: shapes are lists of arcs, and
neighbours share the arc between them. They are read once a process, when first asked for.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from django.conf import settings
from numpy.typing import NDArray

from mapper.geometry import Box
from mapper.vocabulary.compass import FULL_TURN

_COARSE, _FINE = "countries-110m", "countries-50m"
_TURNS = (-FULL_TURN, 0.0, FULL_TURN)
"""How far a shape is moved so that what lies beyond the date line comes out on the other side."""
_AREA = 2
"""Shapely's number for the dimension of areas."""
_COARSE_TO_ZOOM = 3
"""The last zoom at which the corners of the coarse shapes are not seen."""

Shapes = NDArray[np.object_]


@dataclass(frozen=True)
class World:
    """Land as polygons, and the borders between countries as lines."""

    land: Shapes
    borders: Shapes

    def land_in(self, box: Box) -> Shapes:
        """The pieces of land whose boxes touch a box."""
        return _touching(self.land, box)

    def borders_in(self, box: Box) -> Shapes:
        """The borders whose boxes touch a box."""
        return _touching(self.borders, box)


def world_at(zoom: int) -> World:
    """The world as it is drawn at a zoom; empty where the package is not installed."""
    name = _COARSE if zoom <= _COARSE_TO_ZOOM else _FINE
    return _read(name) if world_file(name).exists() else _NO_WORLD


def world_file(name: str = _FINE) -> Path:
    """Where npm puts a file of the atlas."""
    return Path(settings.NODE_MODULES) / "world-atlas" / f"{name}.json"


@cache
def country_names() -> list[tuple[str, float, float]]:
    """Every country's name, and the longitude and latitude where it is written."""
    if not world_file(_COARSE).exists():
        return []
    topology = json.loads(world_file(_COARSE).read_text())
    arcs = _arcs(topology)
    return [
        (country["properties"]["name"], *_name_place(_parts(country, arcs)))
        for country in topology["objects"]["countries"]["geometries"]
    ]


@cache
def _read(name: str) -> World:
    topology = json.loads(world_file(name).read_text())
    arcs = _arcs(topology)
    countries = topology["objects"]["countries"]["geometries"]
    land = topology["objects"]["land"]["geometries"]
    return World(
        land=np.array([part for one in land for part in _parts(one, arcs)]),
        borders=np.array([shapely.LineString(arcs[number]) for number in _shared(countries)]),
    )


def _arcs(topology: dict[str, Any]) -> list[NDArray[np.float64]]:
    """Turn each arc's steps on the file's grid into longitudes and latitudes."""
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    limit = np.array([180.0, 90.0])
    return [
        np.clip(np.cumsum(np.array(steps), axis=0) * scale + origin, -limit, limit)
        for steps in topology["arcs"]
    ]


def _parts(geometry: dict[str, Any], arcs: list[NDArray[np.float64]]) -> list[shapely.Geometry]:
    """Put a country or the land together from its arcs: valid polygons within 180 degrees."""
    nested = geometry["arcs"]
    polygons = nested if geometry["type"] == "MultiPolygon" else [nested]
    whole = [shapely.Polygon(*_rings(polygon, arcs)) for polygon in polygons]
    wide = np.array(shapely.make_valid(whole, method="structure", keep_collapsed=False))
    turned = np.concatenate([_moved(wide, turn) for turn in _TURNS])
    cut = shapely.clip_by_rect(turned, -180, -90, 180, 90)
    parts = shapely.get_parts(cut)
    return list(parts[shapely.get_dimensions(parts) == _AREA])


def _moved(shapes: Shapes, degrees: float) -> Shapes:
    """Move shapes eastwards."""
    return np.asarray(shapely.transform(shapes, lambda lonlat: lonlat + np.array([degrees, 0.0])))


def _rings(
    polygon: list[list[int]], arcs: list[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], list[NDArray[np.float64]]]:
    """Give a polygon's outline and holes."""
    outline, *holes = (
        _unwound(np.concatenate([_run(number, arcs) for number in ring])) for ring in polygon
    )
    return outline, holes


def _unwound(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let a ring that crosses the date line go on beyond 180 degrees; close one round a pole."""
    lon = np.unwrap(ring[:, 0], period=FULL_TURN)
    unwound = np.column_stack([lon, ring[:, 1]])
    if abs(lon[-1] - lon[0]) < FULL_TURN / 2:
        return unwound
    pole = np.copysign(90.0, ring[:, 1].mean())
    return np.vstack([unwound, [lon[-1], pole], [lon[0], pole], unwound[0]])


def _run(number: int, arcs: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Give an arc; a negative number (its complement) means run backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _shared(countries: list[dict[str, Any]]) -> list[int]:
    """The arcs that two countries share: the borders on land."""
    uses = Counter(
        number if number >= 0 else ~number
        for country in countries
        for number in _flat(country["arcs"])
    )
    return [number for number, count in uses.items() if count > 1]


def _flat(nested: Any) -> Iterator[int]:  # noqa: ANN401  (lists as deep as the shape is)
    for item in nested:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item


def _name_place(parts: list[shapely.Geometry]) -> tuple[float, float]:
    """Where a country's name stands: well inside its largest part."""
    place = shapely.point_on_surface(parts[int(shapely.area(parts).argmax())])
    return float(shapely.get_x(place)), float(shapely.get_y(place))


def _touching(shapes: Shapes, box: Box) -> Shapes:
    if not len(shapes):
        return shapes
    west, south, east, north = shapely.bounds(shapes).T
    touched = np.zeros(len(shapes), dtype=bool)
    for part in box.split():
        touched |= (
            (west <= part.east)
            & (east >= part.west)
            & (south <= part.north)
            & (north >= part.south)
        )
    return shapes[touched]


_NOTHING: Shapes = np.array([], dtype=object)
_NO_WORLD = World(land=_NOTHING, borders=_NOTHING)
