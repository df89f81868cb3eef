"""Shapes out of TopoJSON: they are made of arcs, and neighbours share the arc between them.

Shapes may cross the date line or hold a pole, as on a globe; they come out cut for a flat map.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from mapper.vocabulary.compass import FULL_TURN

Arc = NDArray[np.float64]
"""Longitudes and latitudes, shape (n, 2)."""
Topology = Mapping[str, Any]
"""A TopoJSON document with a transform, as it was read."""

_TURNS = (-FULL_TURN, 0.0, FULL_TURN)
"""How far a shape is moved so that what lies beyond the date line comes out on the other side."""
_EDGE = np.array([180.0, 90.0])
_AREA = 2
"""Shapely's number for the dimension of areas."""


def arcs_of(topology: Topology) -> list[Arc]:
    """Turn each arc's steps on the document's grid into degrees."""
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [
        np.clip(np.cumsum(np.array(steps), axis=0) * scale + origin, -_EDGE, _EDGE)
        for steps in topology["arcs"]
    ]


def polygons_of(geometry: Mapping[str, Any], arcs: Sequence[Arc]) -> list[shapely.Geometry]:
    """Put a (multi)polygon together from its arcs: valid polygons within 180 degrees."""
    nested = geometry["arcs"]
    polygons = nested if geometry["type"] == "MultiPolygon" else [nested]
    whole = [shapely.Polygon(*_rings(polygon, arcs)) for polygon in polygons]
    wide = shapely.make_valid(whole, method="structure", keep_collapsed=False)
    turned = np.concatenate([_moved(wide, turn) for turn in _TURNS])
    parts = shapely.get_parts(shapely.clip_by_rect(turned, *-_EDGE, *_EDGE))
    return list(parts[shapely.get_dimensions(parts) == _AREA])


def borders_of(
    geometries: Sequence[Mapping[str, Any]], arcs: Sequence[Arc]
) -> list[shapely.LineString]:
    """The arcs that two of the geometries share."""
    uses = Counter(
        number if number >= 0 else ~number
        for geometry in geometries
        for number in _flat(geometry["arcs"])
    )
    return [shapely.LineString(arcs[number]) for number, count in uses.items() if count > 1]


def _rings(polygon: Sequence[Sequence[int]], arcs: Sequence[Arc]) -> tuple[Arc, list[Arc]]:
    """Give a polygon's outline and holes."""
    outline, *holes = (
        _unwound(np.concatenate([_run(number, arcs) for number in ring])) for ring in polygon
    )
    return outline, holes


def _run(number: int, arcs: Sequence[Arc]) -> Arc:
    """Give an arc; a negative number (its complement) means run backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _unwound(ring: Arc) -> Arc:
    """Let a ring that crosses the date line go on beyond 180 degrees; close one round a pole."""
    lon = np.unwrap(ring[:, 0], period=FULL_TURN)
    unwound = np.column_stack([lon, ring[:, 1]])
    if abs(lon[-1] - lon[0]) < FULL_TURN / 2:
        return unwound
    pole = np.copysign(90.0, ring[:, 1].mean())
    return np.vstack([unwound, [lon[-1], pole], [lon[0], pole], unwound[0]])


def _moved(shapes: NDArray[np.object_], degrees: float) -> NDArray[np.object_]:
    """Move shapes eastwards."""
    return np.asarray(shapely.transform(shapes, lambda lonlat: lonlat + np.array([degrees, 0.0])))


def _flat(nested: Any) -> Iterator[int]:  # noqa: ANN401  (lists as deep as the shape is)
    for item in nested:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
