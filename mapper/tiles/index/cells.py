"""Cameras counted beforehand by the cells of every zoom, so that far tiles need not count."""

from mapper.geometry.morton import BITS
from mapper.tiles.index.points import Points
from mapper.tiles.index.scanning import Cells, count_cells, count_coarser
from mapper.tiles.index.words import KINDS

GRID_ZOOMS = 3
"""Zooms from a tile to the cells of its grid: eight across, about 64 px apart on the screen."""
FINEST_TILE = 13
"""The last zoom whose tiles are counted beforehand: a deeper tile holds few enough to count."""


def count_all(points: Points) -> list[Cells]:
    """The cells that the tiles of zoom 0, 1, … `FINEST_TILE` need for their grids."""
    shift = 2 * (BITS - FINEST_TILE - GRID_ZOOMS)
    levels = [count_cells(points.scanned, shift, KINDS)]
    while len(levels) <= FINEST_TILE:
        levels.append(count_coarser(levels[-1]))
    return levels[::-1]
