"""All tiles of cameras in one file (PMTiles 3): for a content network, an archive, other maps."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from mapper.geometry.arrays import I64
from mapper.geometry.mercator import lonlat_of
from mapper.geometry.morton import ACROSS, BITS, codes_of, columns_and_rows
from mapper.settings import limits
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.kept_tiles import finished
from mapper.tiles.tile import Tile
from mapper.tiles.tilejson import CAMERA_LAYERS
from mapper.vocabulary import Selection

Told = Callable[[str, int, int | None], None]
"""Hears what is being done, and how many of how many are done."""

_RIM_ZOOMS = 4
"""A rim is as wide as a tile so many zooms deeper: a sixteenth."""
_E7 = 10_000_000
_STAGE = "Writing tiles"


class NothingToWriteError(Exception):
    """There is no camera, and so no tile."""


def write_archive(
    index: CameraIndex, path: Path, today: date, *, deepest: int, told: Told
) -> tuple[int, int]:
    """Put every tile that is not empty, from zoom 0 to the deepest, into a file.

    Gives how many tiles and bytes. The file is put in its place in one step when it is whole; what
    was there before stays until then. Raises `OSError`, or `NothingToWriteError`.
    """
    tiles = sorted(
        (zxy_to_tileid(tile.z, tile.x, tile.y), tile)
        for zoom in range(deepest + 1)
        for tile in tiles_that_hold_something(index, zoom)
    )
    if not tiles:
        raise NothingToWriteError
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            writer = Writer(file)
            for done, (number, tile) in enumerate(tiles, 1):
                content = camera_tile_bytes(index, tile, Selection(), today)
                if content:
                    writer.write_tile(number, finished(content).compressed)
                told(_STAGE, done, len(tiles))
            writer.finalize(_head(index), _metadata(today))
            file.flush()
            os.fsync(file.fileno())
        size = unfinished.stat().st_size
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return writer.addressed_tiles, size


def tiles_that_hold_something(index: CameraIndex, zoom: int) -> Iterator[Tile]:
    """The tiles of a zoom in which, or in whose rim, a camera or a count of homes stands."""
    shift = 2 * (BITS - zoom - _RIM_ZOOMS)
    few = np.concatenate((index.fresh.codes, index.homes.codes))
    cells = np.union1d(_different(index.base.codes >> shift), few >> shift)
    columns, rows = columns_and_rows(cells)
    last = (1 << zoom + _RIM_ZOOMS) - 1
    found = [
        codes_of(np.clip(columns + east, 0, last), np.clip(rows + south, 0, last))
        for east in (-1, 0, 1)
        for south in (-1, 0, 1)
    ]
    tiles = np.unique(np.concatenate(found) >> 2 * _RIM_ZOOMS)
    for x, y in zip(*(axis.tolist() for axis in columns_and_rows(tiles)), strict=True):
        yield Tile(zoom, x, y)


def _different(numbers: I64) -> I64:
    """Each of some sorted numbers once; `np.unique` would not see that they are sorted."""
    return numbers[np.flatnonzero(np.diff(numbers, prepend=-1))]


def _head(index: CameraIndex) -> dict[str, Any]:
    """What the format says of all tiles: their kind, and the box of everything, in 1e-7 degrees."""
    west, north, east, south = _box_of(
        np.concatenate((index.base.codes, index.fresh.codes, index.homes.codes))
    )
    return {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": int(west * _E7),
        "min_lat_e7": int(south * _E7),
        "max_lon_e7": int(east * _E7),
        "max_lat_e7": int(north * _E7),
        "center_zoom": limits.SEARCH_MAX_ZOOM // 2,
        "center_lon_e7": int((west + east) / 2 * _E7),
        "center_lat_e7": int((south + north) / 2 * _E7),
    }


def _box_of(codes: I64) -> tuple[float, float, float, float]:
    """West, north, east and south of points, in degrees."""
    columns, rows = columns_and_rows(codes)
    lon, lat = lonlat_of(
        np.array([columns.min(), columns.max() + 1]) / ACROSS,
        np.array([rows.min(), rows.max() + 1]) / ACROSS,
    )
    return float(lon[0]), float(lat[0]), float(lon[1]), float(lat[1])


def _metadata(today: date) -> dict[str, Any]:
    return {
        "name": "Mapper: cameras",
        "description": f"Public cameras as believed on {today}",
        "version": today.isoformat(),
        "type": "overlay",
        "vector_layers": [{"id": name, "fields": fields} for name, fields in CAMERA_LAYERS.items()],
    }
