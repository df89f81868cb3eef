"""Counting cameras where they are too many or too small to be shown one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mapper.geometry.cells import centre_of
from mapper.settings import limits
from mapper.tiles.camera_rows import CountRow, HomeRow
from mapper.tiles.tile import Tile
from mapper.vocabulary import Answer, Kind

_KINDS = [kind.value for kind in Kind]
_NUMBER_OF_KIND = {kind: number for number, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Counts:
    """Groups of cameras: `places` are centres of mass, shape (n, 2), in tile widths."""

    places: NDArray[np.float64]
    count: list[int]
    face_recognition: list[int]
    kind: list[str]


def count_cameras(rows: Sequence[CountRow], tile: Tile) -> Counts:
    """Count the cameras that lie in a tile by the cells of its grid; empty cells are left out."""
    east, south = tile.fractions([row.lon for row in rows], [row.lat for row in rows])
    kinds = np.array([_NUMBER_OF_KIND[row.kind] for row in rows], dtype=np.intp)
    recognises = np.array([row.face_recognition == Answer.YES for row in rows], dtype=bool)
    cell, group, inside = _groups(east, south)
    size = np.bincount(group, minlength=len(cell))
    by_kind = np.bincount(
        group * len(_KINDS) + kinds[inside], minlength=len(cell) * len(_KINDS)
    ).reshape(len(cell), len(_KINDS))
    return Counts(
        places=_means(group, east[inside], south[inside], np.ones(len(group)), len(cell)),
        count=size.tolist(),
        face_recognition=np.bincount(group[recognises[inside]], minlength=len(cell)).tolist(),
        kind=[_KINDS[number] for number in by_kind.argmax(axis=1)],
    )


def count_homes(rows: Sequence[HomeRow], tile: Tile) -> tuple[NDArray[np.float64], list[int]]:
    """Sum the fixed cells whose centres lie in a tile by the cells of its grid.

    Gives the places, shape (n, 2) in tile widths, and their counts. From the zoom on at which
    one fixed cell is as large as one of the grid's, each stands by itself at its centre.
    """
    centres = [centre_of(row.cell, limits.HOME_CELL_ZOOM) for row in rows]
    east, south = tile.fractions([lon for lon, _ in centres], [lat for _, lat in centres])
    cell, group, inside = _groups(_settled(east), _settled(south))
    count = np.array([row.cameras for row in rows], dtype=np.intp)[inside]
    places = _means(group, east[inside], south[inside], count, len(cell))
    return places, np.bincount(group, weights=count, minlength=len(cell)).astype(int).tolist()


def _groups(
    east: NDArray[np.float64], south: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Give the grid cells that are not empty, each point's place among them, and who is inside."""
    inside = (east >= 0) & (east < 1) & (south >= 0) & (south < 1)
    across = limits.COUNT_CELLS_ACROSS
    columns, rows = (np.floor(part[inside] * across).astype(np.intp) for part in (east, south))
    cells, group = np.unique(rows * across + columns, return_inverse=True)
    return cells, group, inside


def _means(
    group: NDArray[np.intp],
    east: NDArray[np.float64],
    south: NDArray[np.float64],
    weight: NDArray[np.float64] | NDArray[np.intp],
    groups: int,
) -> NDArray[np.float64]:
    """Give the centre of mass of each group, shape (groups, 2)."""
    total = np.bincount(group, weights=weight, minlength=groups)
    sums = [np.bincount(group, weights=part * weight, minlength=groups) for part in (east, south)]
    return np.column_stack(sums) / total[:, np.newaxis]


def _settled(fractions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Put centres that lie on a tile's edge on it exactly, so that one tile alone has them."""
    return np.round(fractions, 6)
