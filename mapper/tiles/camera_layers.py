"""The layers of a camera tile: single cameras where they are few, counts, homes in cells."""

from datetime import date

import numpy as np

from mapper.geometry import TILE_EXTENT
from mapper.geometry.arrays import I64
from mapper.geometry.morton import ACROSS, BITS, codes_in_tile, columns_and_rows
from mapper.geometry.sorted_points import ranges_between
from mapper.settings import limits
from mapper.tiles.camera_bytes import Gathered, camera_layer_bytes
from mapper.tiles.encoding import Layer, encode_tile
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.cells import FINEST_TILE, GRID_ZOOMS
from mapper.tiles.index.points import Points
from mapper.tiles.index.scanning import (
    Grid,
    Scanned,
    Wanted,
    add_cells,
    add_points,
    gather,
)
from mapper.tiles.index.words import KINDS, chosen, grown_stale
from mapper.tiles.shapes import draw_points
from mapper.tiles.tile import Tile
from mapper.vocabulary import Kind, OperatorType, Selection

Units = tuple[int, int, int, int]
_NOTHING: I64 = np.empty(0, dtype=np.int64)
_KINDS = [kind.value for kind in Kind]
_CELLS = 1 << 2 * GRID_ZOOMS


def camera_tile_bytes(index: CameraIndex, tile: Tile, selection: Selection, today: date) -> bytes:
    """Everything a camera tile shows of what the reader chose, as believed on `today`.

    Single cameras (layer `cameras`, also those that reach in from the rim) where they are few
    enough to be told apart; else how many each cell of a grid holds (layer `counts`).
    """
    wanted = chosen(selection, today)
    grid = None
    if tile.z < limits.CAMERAS_MIN_ZOOM:
        grid = grid_of(index, tile, wanted)
    cameras = None
    # Far away two cameras of one cell would cover each other.
    if grid is None or grid.kinds.sum(axis=1).max() <= 1:
        cameras = gathered(index, tile, wanted)
    homes = encode_tile([homes_layer(index, tile, selection)])
    if cameras is not None:
        return camera_layer_bytes(cameras, tile) + homes
    return encode_tile([counts_layer(grid or grid_of(index, tile, wanted), tile)]) + homes


def gathered(index: CameraIndex, tile: Tile, wanted: Wanted) -> Gathered | None:
    """The chosen cameras in a tile and its rim; None where they are too many."""
    box, most = units_of(tile), limits.CAMERAS_PER_TILE
    base = gather(
        ranges_between(index.base.codes, *box), index.skipped, index.base.scanned, wanted, most
    )
    fresh = gather(
        ranges_between(index.fresh.codes, *box), _NOTHING, index.fresh.scanned, wanted, most
    )
    if len(base) + len(fresh) > most:
        return None
    found = taken(index.base, base, wanted)
    return found if not len(fresh) else found.followed_by(taken(index.fresh, fresh, wanted))


def taken(points: Points, positions: I64, wanted: Wanted) -> Gathered:
    """What is written of cameras at some positions."""
    steps = wanted.steps[points.seen[positions]]
    words = points.words[positions]
    used, facings = np.unique(points.facings[positions], return_inverse=True)
    return Gathered(
        codes=points.codes[positions],
        ids=points.ids[positions],
        words=words,
        stale=grown_stale(words, steps),
        facings=facings,
        texts=points.texts.picked(used.astype(np.int64)),
    )


def grid_of(index: CameraIndex, tile: Tile, wanted: Wanted) -> Grid:
    """Count the chosen cameras that lie in a tile by the cells of its grid."""
    grid = Grid(
        np.zeros((_CELLS, KINDS), dtype=np.int64),
        np.zeros(_CELLS, dtype=np.int64),
        np.zeros((_CELLS, 2), dtype=np.int64),
    )
    first, end = codes_in_tile(tile.z, tile.x, tile.y)
    shift = 2 * (BITS - tile.z - GRID_ZOOMS)
    base, fresh = index.base.scanned, index.fresh.scanned
    if tile.z <= FINEST_TILE and wanted.everything:
        cells = index.levels[tile.z]
        add_cells(*between(cells.numbers, first >> shift, end >> shift), cells, grid)
        gone = index.skipped
        outdated = Scanned(base.codes[gone], base.words[gone], base.seen[gone])
        low, high = between(outdated.codes, first, end)
        add_points(low, high, _NOTHING, outdated, wanted, shift, -1, grid)
    else:
        low, high = between(base.codes, first, end)
        add_points(low, high, index.skipped, base, wanted, shift, 1, grid)
    low, high = between(fresh.codes, first, end)
    add_points(low, high, _NOTHING, fresh, wanted, shift, 1, grid)
    return grid


def counts_layer(grid: Grid, tile: Tile) -> Layer:
    """Layer `counts`: the cameras of each grid cell at their centre of mass."""
    in_each = grid.kinds.sum(axis=1)
    held = np.flatnonzero(in_each)
    counts = in_each[held]
    means = (grid.sums[held] / counts[:, np.newaxis] + 0.5) / ACROSS
    units = (means * 2**tile.z - (tile.x, tile.y)) * TILE_EXTENT
    return Layer(
        "counts",
        draw_points(units),
        {
            "count": counts.tolist(),
            "face_recognition": grid.faces[held].tolist(),
            "kind": [_KINDS[number] for number in grid.kinds[held].argmax(axis=1)],
        },
    )


def homes_layer(index: CameraIndex, tile: Tile, selection: Selection) -> Layer:
    """Layer `homes`: cameras at private homes, only ever as the count of a fixed cell.

    Of the filters only who runs a camera is heeded: the others would tell homes apart. Cells
    smaller than those of the tile's grid are counted together, at their centre of mass.
    """
    if selection.operator_types and OperatorType.PRIVATE_HOME not in selection.operator_types:
        return Layer("homes", [])
    low, high = between(index.homes.codes, *codes_in_tile(tile.z, tile.x, tile.y))
    if low == high:
        return Layer("homes", [])
    codes, counts = index.homes.codes[low:high], index.homes.counts[low:high]
    cells, group = np.unique(codes >> 2 * (BITS - tile.z - GRID_ZOOMS), return_inverse=True)
    sums = np.bincount(group, weights=counts, minlength=len(cells))
    middles = [
        np.bincount(group, weights=units * counts, minlength=len(cells)) / sums / ACROSS
        for units in columns_and_rows(codes)
    ]
    units = (np.column_stack(middles) * 2**tile.z - (tile.x, tile.y)) * TILE_EXTENT
    return Layer("homes", draw_points(units), {"count": sums.astype(int).tolist()})


def between(codes: I64, first: int, end: int) -> tuple[int, int]:
    """From where to where in sorted codes those of a range stand."""
    low, high = np.searchsorted(codes, (first, end))
    return int(low), int(high)


def units_of(tile: Tile) -> Units:
    """A tile and its rim as columns and rows: west, north, and the first beyond east and south."""
    across = 1 << BITS - tile.z
    rim = int(across * limits.TILE_BUFFER)
    west, north = tile.x * across, tile.y * across
    return (
        max(west - rim, 0),
        max(north - rim, 0),
        min(west + across + rim, ACROSS),
        min(north + across + rim, ACROSS),
    )
