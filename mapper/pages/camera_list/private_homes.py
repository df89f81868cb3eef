"""Cameras at private homes in a list: how many each fixed cell holds, and nothing else."""

from dataclasses import dataclass

from django.db.models import Count, Q

from mapper.cameras.models import Camera
from mapper.geometry import Box
from mapper.geometry.cells import cell_of, centre_of
from mapper.settings import limits
from mapper.vocabulary import OperatorType, Selection

_ZOOM = limits.HOME_CELL_ZOOM


@dataclass(frozen=True, slots=True)
class HomeCount:
    """One fixed cell: its middle in degrees, and the cameras at private homes in it."""

    lon: float
    lat: float
    count: int


def homes_within(box: Box, selection: Selection) -> list[HomeCount]:
    """The cells whose middle lies in `box`, fullest first; one query.

    A cell is counted whole or not at all, so that no box tells where in it a camera hangs. Of
    the filters only who runs a camera is heeded, for the others would tell homes apart.
    """
    chosen = selection.operator_types
    if chosen and OperatorType.PRIVATE_HOME not in chosen:
        return []
    homes = Camera.objects.at_private_homes().filter(_columns(box)).order_by()
    cells = homes.values_list("home_cell").annotate(Count("pk")).order_by("-pk__count", "home_cell")
    placed = ((centre_of(cell, _ZOOM), count) for cell, count in cells if cell is not None)
    return [HomeCount(lon, lat, count) for (lon, lat), count in placed if box.contains(lon, lat)]


def _columns(box: Box) -> Q:
    """The cells between the west and the east of a box, which the index can find at once."""
    condition = Q()
    for part in box.split():
        west, east = (cell_of(lon, 0, _ZOOM) >> _ZOOM for lon in (part.west, part.east))
        condition |= Q(home_cell__gte=west << _ZOOM, home_cell__lt=(east + 1) << _ZOOM)
    return condition
