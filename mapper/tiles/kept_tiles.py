"""Finished tiles of cameras, compressed once and kept for as long as they are true."""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from threading import Lock
from typing import NamedTuple

from isal import igzip

from mapper.geometry.arrays import I64
from mapper.geometry.morton import BITS, columns_and_rows
from mapper.settings import limits
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.tile import Tile
from mapper.vocabulary import Selection

_LEVEL = 1
"""Of igzip's four: hardly larger than the best, in half its time."""

Place = tuple[int, int, int]


class KeptTile(NamedTuple):
    """A tile's bytes, compressed (gzip), and the ETag of what they are."""

    compressed: bytes
    etag: str


class KeptTiles:
    """The tiles of an index as they were asked for, whatever was chosen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version, self._day = 0, date.min
        self._tiles: dict[Place, dict[Selection, KeptTile]] = {}
        self._bytes = 0

    def get(self, index: CameraIndex, tile: Tile, selection: Selection, today: date) -> KeptTile:
        """A tile as it was kept, or made now."""
        place = (tile.z, tile.x, tile.y)
        if self._version != index.version or self._day != today:
            with self._lock:
                self._move_on(index, today)
        kept = self._tiles.get(place, {}).get(selection)
        if kept is not None:
            return kept
        made = finished(camera_tile_bytes(index, tile, selection, today))
        with self._lock:
            # Meanwhile another may have learnt of something newer.
            if self._version == index.version:
                self._keep(place, selection, made)
        return made

    def _move_on(self, index: CameraIndex, today: date) -> None:
        """Let go of what is no longer true in a newer index."""
        if index.version < self._version and self._day == today:
            return
        changed = index.changed_since(self._version)
        if changed is None or self._day != today:
            self._tiles, self._bytes = {}, 0
        else:
            for place in places_of(changed):
                for kept in self._tiles.pop(place, {}).values():
                    self._bytes -= len(kept.compressed)
        self._version, self._day = index.version, today

    def _keep(self, place: Place, selection: Selection, made: KeptTile) -> None:
        while self._tiles and self._bytes > limits.TILES_KEPT_BYTES:
            oldest = next(iter(self._tiles))
            for kept in self._tiles.pop(oldest).values():
                self._bytes -= len(kept.compressed)
        self._tiles.setdefault(place, {})[selection] = made
        self._bytes += len(made.compressed)


def finished(content: bytes) -> KeptTile:
    """A tile's bytes as they are sent. Its ETag is weak: the same tile is sent unpacked, too."""
    digest = blake2b(content, digest_size=12).hexdigest()
    return KeptTile(igzip.compress(content, _LEVEL, mtime=0), f'W/"{digest}"')


def places_of(codes: I64) -> Iterator[Place]:
    """Every tile in which, or in whose rim, points with these Z-order numbers lie."""
    columns, rows = columns_and_rows(codes)
    for z in range(limits.TILE_MAX_ZOOM + 1):
        across = 1 << BITS - z
        rim = int(across * limits.TILE_BUFFER)
        last = (1 << z) - 1
        for column, row in zip(columns.tolist(), rows.tolist(), strict=True):
            for x in range(max(column - rim, 0) // across, min((column + rim) // across, last) + 1):
                for y in range(max(row - rim, 0) // across, min((row + rim) // across, last) + 1):
                    yield z, x, y


_kept = KeptTiles()


def kept_tile(index: CameraIndex, tile: Tile, selection: Selection, today: date) -> KeptTile:
    """A tile of this process's, kept or made now."""
    return _kept.get(index, tile, selection, today)
