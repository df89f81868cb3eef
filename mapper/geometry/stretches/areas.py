"""Areas of the ground given by their rings, each cut into short chains of edges."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.ways import checked_starts

_CHAIN = 8
"""Edges in a chain: fewer, and chains are many; more, and near ones are walked in vain."""


_CORNERS = 3
"""Corners without which a ring encloses nothing."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Rings in degrees and the number of the area that each belongs to, in ascending order.

    A point is in an area when it is inside an odd number of its rings: holes and islands need no
    mark. Rings are not closed by a repeated corner (one that is does no harm). Over the date line
    longitudes go on beyond 180.
    """

    lonlat: F64
    starts: I64
    area: I64


class Chains(NamedTuple):
    """Runs of edges with their boxes, by area: a tuple, for compiled loops take it as it is.

    A row of `spans` is a chain: its first corner, its number of edges, and the corner its last edge
    ends at if the ring closes with it, else -1. The chains of the area that is called number[a]
    begin at starts[a]. Boxes are west, south, east and north.
    """

    number: I64
    starts: I64
    spans: I64
    boxes: F64
    area_boxes: F64


def chains_of(areas: Areas) -> Chains:
    """Cut the rings of areas into chains; raises `ValueError` where the numbers do not ascend."""
    lonlat, starts = floats(areas.lonlat), checked_starts(areas.starts, areas.lonlat)
    area = integers(areas.area)
    if len(area) != len(starts) - 1 or np.any(np.diff(area) < 0):
        raise ValueError("every ring needs the number of its area, in ascending order")
    wide = np.flatnonzero(np.diff(starts) >= _CORNERS)
    number, ring_area = np.unique(area[wide], return_inverse=True)
    return _chains(lonlat, starts, wide, ring_area, number)


@compiled
def _chains(lonlat: F64, starts: I64, rings: I64, ring_area: I64, number: I64) -> Chains:
    areas = len(number)
    count = 0
    for ring in rings:
        count += (starts[ring + 1] - starts[ring] + _CHAIN - 1) // _CHAIN
    chain_starts = np.zeros(areas + 1, dtype=np.int64)
    spans = np.full((count, 3), -1, dtype=np.int64)
    boxes = np.empty((count, 4))
    area_boxes = np.empty((areas, 4))
    area_boxes[:, :2] = np.inf
    area_boxes[:, 2:] = -np.inf
    chain = 0
    for place, ring in enumerate(rings):
        area = ring_area[place]
        for corner in range(starts[ring], starts[ring + 1], _CHAIN):
            end = min(corner + _CHAIN, starts[ring + 1])
            spans[chain, 0], spans[chain, 1] = corner, end - corner
            boxes[chain, 0] = boxes[chain, 2] = lonlat[corner, 0]
            boxes[chain, 1] = boxes[chain, 3] = lonlat[corner, 1]
            if end == starts[ring + 1]:
                end, spans[chain, 2] = end - 1, starts[ring]
                _widen(boxes[chain], lonlat[starts[ring]])
            for other in range(corner + 1, end + 1):
                _widen(boxes[chain], lonlat[other])
            _widen(area_boxes[area], boxes[chain, :2])
            _widen(area_boxes[area], boxes[chain, 2:])
            chain += 1
        chain_starts[area + 1] = chain
    return Chains(number, chain_starts, spans, boxes, area_boxes)


@compiled
def _widen(box: F64, point: F64) -> None:
    """Make a box hold a point as well."""
    box[0], box[2] = min(box[0], point[0]), max(box[2], point[0])
    box[1], box[3] = min(box[1], point[1]), max(box[3], point[1])
