"""Cameras at private homes in a list: how many each fixed cell holds, and nothing else."""

from dataclasses import dataclass

import numpy as np

from mapper.geometry import Box
from mapper.geometry.cells import centres_of
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
    cells, counts = homes_in(index, box, selection)
    fullest = np.lexsort((cells, -counts))[: limits.LIST_PAGE_ROWS]
    middles = centres_of(cells[fullest], limits.HOME_CELL_ZOOM).tolist()
    counted = zip(middles, counts[fullest].tolist(), strict=True)
    return HomesListed(
        [HomeCount(lon, lat, count) for (lon, lat), count in counted], int(counts.sum())
    )
