"""The fixed grid in which cameras at private homes are counted: the tiles of one zoom."""

import numpy as np
from numpy.typing import NDArray

from mapper.geometry.boxes import Box
from mapper.geometry.mercator import lonlat_of, world_of
from mapper.geometry.tiles import tile_box


def cell_of(lon: float, lat: float, zoom: int) -> int:
    """Give the cell that a point lies in: its column and row at `zoom` in one whole number.

    The number fits 53 bits up to zoom 26, so that JavaScript keeps it exact.
    """
    last: int = 2**zoom - 1
    x, y = (min(int(fraction * 2**zoom), last) for fraction in world_of(lon, lat))
    return x << zoom | y


def cells_of(lonlat: NDArray[np.float64], zoom: int) -> NDArray[np.int64]:
    """Give the cells that points in rows of longitude and latitude lie in, as `cell_of` does."""
    last = 2**zoom - 1
    x, y = world_of(lonlat[:, 0], lonlat[:, 1])
    column, row = (np.minimum((axis * 2**zoom).astype(np.int64), last) for axis in (x, y))
    cells: NDArray[np.int64] = column << zoom | row
    return cells


def cells_touching(box: Box, zoom: int) -> list[int]:
    """Give the cells that have a point in common with a box."""
    found = []
    for part in box.split():
        first, last = (
            _column_and_row(cell_of(*corner, zoom), zoom)
            for corner in ((part.west, part.north), (part.east, part.south))
        )
        columns, rows = (range(low, high + 1) for low, high in zip(first, last, strict=True))
        found += [column << zoom | row for column in columns for row in rows]
    return found


def coarser(cell: int, zoom: int, coarser_zoom: int) -> int:
    """Give the cell of a coarser grid that holds a cell of a finer one."""
    column, row = _column_and_row(cell, zoom)
    steps = zoom - coarser_zoom
    return column >> steps << coarser_zoom | row >> steps


def centre_of(cell: int, zoom: int) -> tuple[float, float]:
    """Give longitude and latitude of the middle of a cell (on the map, not on the ground)."""
    ((lon, lat),) = centres_of(np.array([cell]), zoom).tolist()
    return lon, lat


def centres_of(cells: NDArray[np.int64], zoom: int) -> NDArray[np.float64]:
    """Give the middles of cells as `centre_of` does: rows of longitude and latitude."""
    x, y = cells >> zoom, cells & (2**zoom - 1)
    return np.column_stack(lonlat_of((x + 0.5) / 2**zoom, (y + 0.5) / 2**zoom))


def box_of(cell: int, zoom: int) -> Box:
    """Give the box that a cell covers; raises `ValueError` where there is no such cell."""
    x, y = _column_and_row(cell, zoom)
    return tile_box(zoom, x, y)


def _column_and_row(cell: int, zoom: int) -> tuple[int, int]:
    """Take a cell's number apart."""
    return cell >> zoom, cell & (2**zoom - 1)
