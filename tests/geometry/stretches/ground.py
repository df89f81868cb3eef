"""Ways and areas to compute with, drawn in metres around a point in Helsinki."""

from collections.abc import Sequence

import numpy as np
import shapely
from hypothesis import strategies as st

from mapper.geometry.planes import Plane
from mapper.geometry.stretches import Areas, Ways

HERE = Plane(24.94, 60.17)

Line = Sequence[tuple[float, float]]


def ways(*lines: Line, plane: Plane = HERE) -> Ways:
    """Ways through points given in metres east and north."""
    return Ways(_degrees(lines, plane), np.cumsum([0, *map(len, lines)]))


def areas(*rings: Line, numbers: Sequence[int] | None = None, plane: Plane = HERE) -> Areas:
    """Rings through points in metres east and north, each an area unless numbers are given."""
    own = range(len(rings)) if numbers is None else numbers
    return Areas(_degrees(rings, plane), np.cumsum([0, *map(len, rings)]), np.array(own, dtype=int))


def square(west: float, south: float, side: float) -> Line:
    """A ring around a square."""
    return [(west, south), (west + side, south), (west + side, south + side), (west, south + side)]


def metres_in_common(line: Line, ring: Line) -> float:
    """The length of a line inside a ring, as shapely has it, on the plane they are drawn on."""
    inside = shapely.intersection(shapely.LineString(line), shapely.Polygon(ring))
    return float(shapely.length(inside))


def _degrees(lines: Sequence[Line], plane: Plane) -> np.ndarray:
    corners = [(east, -north) for line in lines for east, north in line]
    return plane.unfold(np.array(corners, dtype=float).reshape(-1, 2))


coordinates = st.floats(-150, 150).map(lambda metres: round(metres, 2))
lines = st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=6)


@st.composite
def stars(draw, corners: int = 12) -> Line:
    """Rings around a centre that do not cross themselves, as views are."""
    east, north = draw(coordinates), draw(coordinates)
    reaches = draw(st.lists(st.floats(1, 80), min_size=3, max_size=corners))
    turns = np.linspace(0, 2 * np.pi, len(reaches), endpoint=False)
    return [
        (east + reach * np.cos(turn), north + reach * np.sin(turn))
        for reach, turn in zip(reaches, turns, strict=True)
    ]
