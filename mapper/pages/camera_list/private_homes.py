"""Cameras at private homes in a list: how many each fixed cell holds, and nothing else."""

from dataclasses import dataclass

from mapper.geometry import Box
from mapper.geometry.cells import centre_of
from mapper.settings import limits
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.questions import homes_in
from mapper.vocabulary import Selection


@dataclass(frozen=True, slots=True)
class HomeCount:
    """One fixed cell: its middle in degrees, and the cameras at private homes in it."""

    lon: float
    lat: float
    count: int


@dataclass(frozen=True, slots=True)
class HomesListed:
    """The fullest cells, and how many cameras all cells hold together."""

    fullest: list[HomeCount]
    total: int


def homes_within(index: CameraIndex, box: Box | None, selection: Selection) -> HomesListed:
    """The cells whose middle lies in `box` (everywhere: None), fullest first, a page of them."""
    cells = homes_in(index, box, selection)
    fullest = sorted(cells, key=lambda cell: (-cell[1], cell[0]))[: limits.LIST_PAGE_ROWS]
    zoom = limits.HOME_CELL_ZOOM
    return HomesListed(
        [HomeCount(*centre_of(cell, zoom), count) for cell, count in fullest],
        sum(count for _, count in cells),
    )
