"""The ground around one camera as a plane of metres, and shapes on it as SVG paths."""

from collections.abc import Iterable

import shapely
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from mapper.geometry import planes

# Half the width and half the height of the drawing, in metres; its units are metres too.
HALF_WIDTH_M, HALF_HEIGHT_M = 80.0, 60.0
# Ground beyond the edge that is kept, so that no line seems to end there.
MARGIN_M = 10.0

_SHORTEST_LINE = 2


class Plane(planes.Plane):
    """The plane of a drawing, whose middle is a point in degrees."""

    __slots__ = ()

    def draw(self, geometry: GEOSGeometry) -> BaseGeometry:
        """A geometry of the database in metres, cut to what the drawing shows."""
        return self.drawn(shapely.from_wkb(bytes(geometry.wkb)))

    def drawn(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in degrees in metres, cut likewise."""
        flat = self.flat(shape)
        right, bottom = HALF_WIDTH_M + MARGIN_M, HALF_HEIGHT_M + MARGIN_M
        return shapely.clip_by_rect(flat, -right, -bottom, right, bottom)


def path_of(shape: BaseGeometry) -> str:
    """The path of lines and polygons, to a decimetre; points draw nothing."""
    return "".join(
        _path_of_line(line) for part in shapely.get_parts(shape) for line in _lines_of(part)
    )


def _lines_of(part: BaseGeometry) -> Iterable[LineString]:
    if isinstance(part, Polygon):
        return [part.exterior, *part.interiors]
    return [part] if isinstance(part, LineString) else []


def _path_of_line(line: LineString) -> str:
    # Not `.coords`: what comes from clipping may claim a measure as a third number.
    points = [f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(line)]
    if len(points) < _SHORTEST_LINE:
        return ""
    return f"M{'L'.join(points)}{'Z' if line.is_ring else ''}"
