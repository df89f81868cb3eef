"""Cameras at private homes in a list: how many each fixed cell holds, and nothing else."""

from dataclasses import dataclass

from mapper.cameras.models import Camera
from mapper.geometry import Box
from mapper.geometry.cells import centre_of
from mapper.settings import limits
from mapper.vocabulary import Selection


@dataclass(frozen=True, slots=True)
class HomeCount:
    """One fixed cell: its middle in degrees, and the cameras at private homes in it."""

    lon: float
    lat: float
    count: int


def homes_within(box: Box, selection: Selection) -> list[HomeCount]:
    """The cells whose middle lies in `box`, fullest first; one query."""
    cells = Camera.objects.all().home_cells_in(box, selection)
    fullest = sorted(cells, key=lambda cell: (-cell[1], cell[0]))
    return [HomeCount(*centre_of(cell, limits.HOME_CELL_ZOOM), count) for cell, count in fullest]
