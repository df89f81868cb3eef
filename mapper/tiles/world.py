"""The world's land, borders and names, for where nothing was imported yet: from npm world-atlas.

The files hold Natural Earth's shapes (public domain) as TopoJSON. They are read once a process,
when first asked for.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import shapely
from django.conf import settings
from numpy.typing import NDArray

from mapper.geometry import Box
from mapper.tiles.topology import arcs_of, borders_of, polygons_of

_COARSE, _FINE = "countries-110m", "countries-50m"
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
    arcs = arcs_of(topology)
    return [
        (country["properties"]["name"], *_name_place(polygons_of(country, arcs)))
        for country in topology["objects"]["countries"]["geometries"]
    ]


@cache
def _read(name: str) -> World:
    topology = json.loads(world_file(name).read_text())
    arcs = arcs_of(topology)
    objects = topology["objects"]
    land = [part for one in objects["land"]["geometries"] for part in polygons_of(one, arcs)]
    borders = borders_of(objects["countries"]["geometries"], arcs)
    return World(np.array(land), np.array(borders))


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
        in_columns = (west <= part.east) & (east >= part.west)
        touched |= in_columns & (south <= part.north) & (north >= part.south)
    return shapes[touched]


_NOTHING: Shapes = np.array([], dtype=object)
_NO_WORLD = World(land=_NOTHING, borders=_NOTHING)
