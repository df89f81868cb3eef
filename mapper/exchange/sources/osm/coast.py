"""The land inside a box, worked out from coastlines, which OSM draws with land on their left."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from mapper.geometry import Box

_ASIDE = 1e-6
"""Degrees (about 10 cm) a point is put beside a coastline to ask on which side it lies."""


def land_within(box: Box, coastlines: Sequence[BaseGeometry]) -> BaseGeometry:
    """The land of a box: all of it without a coastline, else the parts to the left of one.

    A coastline that ends inside the box (an extract rarely holds all of one) is led on straight
    to the nearest edge. Where that encloses nothing, or no part is land, the whole box is land:
    streets drawn on land that is sea are a smaller fault than a town drawn in the sea.
    """
    frame = shapely.box(box.west, box.south, box.east, box.north)
    coast = shapely.line_merge(shapely.union_all([_lines(c, frame) for c in coastlines]))
    pieces = [line for line in shapely.get_parts(coast) if line.length > 0]
    if not pieces:
        return frame
    edges = shapely.union_all([frame.exterior, *pieces, *_leads(pieces, frame)])
    parts = [part for part in shapely.get_parts(shapely.polygonize([edges])) if part.area > 0]
    land = [part for part, votes in zip(parts, _votes(parts, pieces), strict=True) if votes > 0]
    return shapely.union_all(land) if land else frame


def _lines(coastline: BaseGeometry, frame: shapely.Polygon) -> BaseGeometry:
    return shapely.intersection(coastline, frame)


def _leads(pieces: list[BaseGeometry], frame: shapely.Polygon) -> list[BaseGeometry]:
    """Straight lines from every end of a coastline inside the box to the nearest edge."""
    edge = frame.exterior
    ends = [
        shapely.Point(piece.coords[at]) for piece in pieces if not piece.is_closed for at in (0, -1)
    ]
    loose = [end for end in ends if end.distance(edge) > _ASIDE]
    return [shapely.shortest_line(end, edge) for end in loose]


def _votes(parts: list[BaseGeometry], pieces: list[BaseGeometry]) -> NDArray[np.float64]:
    """For every part, the length of coast it lies left of, less that which it lies right of."""
    starts, ends = _segments(pieces)
    along = ends - starts
    lengths = np.hypot(along[:, 0], along[:, 1])
    kept = lengths > 0
    starts, along, lengths = starts[kept], along[kept], lengths[kept]
    left = np.column_stack([-along[:, 1], along[:, 0]]) / lengths[:, None] * _ASIDE
    middles = starts + along / 2
    votes = np.zeros(len(parts))
    tree = shapely.STRtree(parts)
    for side, sign in ((left, 1.0), (-left, -1.0)):
        which, part = tree.query(shapely.points(middles + side), predicate="within")
        np.add.at(votes, part, sign * lengths[which])
    return votes


def _segments(pieces: list[BaseGeometry]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both ends of every straight bit of the coastlines, in their direction."""
    corners = [shapely.get_coordinates(piece) for piece in pieces]
    return np.vstack([c[:-1] for c in corners]), np.vstack([c[1:] for c in corners])
