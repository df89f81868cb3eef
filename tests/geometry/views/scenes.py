"""Little towns in metres around one point, and what is seen there by another way of reckoning."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, cos, radians

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.geometry.views import Eyes, Views, Walls, walls_of

LON, LAT = 24.94, 60.17
METRES = EARTH_RADIUS_M * radians(1)
REACH = 115.57


def degrees_of(metres: object, lon: float = LON, lat: float = LAT) -> np.ndarray:
    """Metres east and north of a point as degrees."""
    flat = np.atleast_2d(np.asarray(metres, dtype=float))
    return flat / [METRES * cos(radians(lat)), METRES] + [lon, lat]


def metres_of(lonlat: np.ndarray, lon: float = LON, lat: float = LAT) -> np.ndarray:
    """Degrees as metres east and north of a point."""
    return (lonlat - [lon, lat]) * [METRES * cos(radians(lat)), METRES]


def town(*buildings: Polygon, lon: float = LON, lat: float = LAT) -> Walls:
    """The walls of buildings in metres."""

    def placed(metres: np.ndarray) -> np.ndarray:
        return degrees_of(metres, lon, lat)

    return walls_of([shapely.transform(building, placed) for building in buildings])[0]


def eyes(*rows: dict[str, float], lon: float = LON, lat: float = LAT) -> Eyes:
    """Eyes, all of them all-round at the middle but where a row says otherwise."""
    whole = {"x": 0.0, "y": 0.0, "bearing": 0.0, "opening": 360.0, "near": 0.0, "far": REACH}
    filled = [whole | {"camera": n, "indoors": 0.0} | row for n, row in enumerate(rows)]
    columns = {name: np.array([row[name] for row in filled], dtype=float) for name in filled[0]}
    return Eyes(
        columns["camera"].astype(np.int64),
        degrees_of(np.column_stack((columns["x"], columns["y"])), lon, lat),
        columns["bearing"],
        columns["opening"],
        columns["near"],
        columns["far"],
        columns["indoors"].astype(bool),
    )


def rings(views: Views) -> list[np.ndarray]:
    """The ring of each row, in metres."""
    return [metres_of(ring) for ring in np.split(views.lonlat, views.starts[1:-1])]


def polygons(views: Views) -> list[Polygon]:
    """The view of each row as a polygon in metres."""
    return [Polygon(ring) for ring in rings(views)]


def random_buildings(
    seed: int, count: int = 50, span: float = 120.0, *, apart: bool = False
) -> list[Polygon]:
    """Buildings with six corners, none within a metre of the middle, nor of each other if apart."""
    dice = np.random.default_rng(seed)
    buildings: list[Polygon] = []
    while len(buildings) < count:
        width, depth = dice.uniform(6, 24, 2)
        turn = dice.uniform(0, 2 * np.pi)
        shape = np.array([(0, 0), (1, 0), (1, 1), (0.5, 1), (0.5, 0.4), (0, 0.4)]) - 0.5
        turned = (shape * [width, depth]) @ np.array(
            [[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]
        )
        building = Polygon(turned + dice.uniform(-span, span, 2))
        others = [shapely.Point(0, 0), *(buildings if apart else [])]
        if shapely.distance(building, others).min() > 1:
            buildings.append(building)
    return buildings


def shadowed(
    buildings: Sequence[Polygon], bearing: float, opening: float, far: float
) -> BaseGeometry:
    """What is seen from the middle: the open sector less the shadow of every edge."""
    turns = np.radians(np.linspace(bearing - opening / 2, bearing + opening / 2, 1_441))
    arc = far * np.column_stack((np.sin(turns), np.cos(turns)))
    open_view = Polygon(arc if opening == 360 else np.vstack(([0, 0], arc)))
    edges = [
        (corner, following)
        for building in buildings
        for ring in shapely.get_rings(building)
        for corner, following in pairwise(shapely.get_coordinates(ring))
    ]
    shadows = [part for one, other in edges for part in _shadows(one, other, far)]
    return open_view.difference(shapely.union_all([*shadows, *buildings]))


def _shadows(one: np.ndarray, other: np.ndarray, far: float) -> list[Polygon]:
    """What lies behind an edge, in slices so narrow that their far ends lie out of reach."""
    turn = np.arctan2(one[0] * other[1] - one[1] * other[0], one @ other)
    steps = max(1, ceil(abs(turn) / 0.5))
    # Slices of equal angle: where the ray of each meets the edge.
    rays = np.arctan2(one[1], one[0]) + turn * np.arange(steps + 1) / steps
    along = other - one
    corners = []
    for ray in rays:
        direction = np.array([np.cos(ray), np.sin(ray)])
        facing = direction[0] * along[1] - direction[1] * along[0]
        if abs(facing) < 1e-12:
            return []
        corners.append(direction * (one[0] * along[1] - one[1] * along[0]) / facing)
    return [
        Polygon([a, b, b / np.hypot(*b) * 4 * far, a / np.hypot(*a) * 4 * far])
        for a, b in pairwise(corners)
    ]
