"""All tiles in one file: read back by the format's own reader and by GDAL, they are the site's."""

import os
from datetime import date
from gzip import decompress
from pathlib import Path

import numpy as np
import pyogrio
import pytest
from pmtiles.reader import MmapSource, Reader, all_tiles

from mapper.tiles.archive import (
    NothingToWriteError,
    tiles_that_hold_something,
    write_archive,
)
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.tile import Tile
from mapper.vocabulary import Selection
from tests.tiles.index.made import a_camera, index_of, points_of

TODAY = date(2026, 10, 1)
CELL = 18_650 << 15 | 9_500
DEEPEST = 12


def silent(stage: str, done: int, total: int | None) -> None:
    """Nobody watches."""


@pytest.fixture
def index() -> CameraIndex:
    """Cameras sorted in, changed and new, and homes."""
    random = np.random.default_rng(5)
    places = zip(random.uniform(24, 26, 80), random.uniform(59.5, 60.5, 80), strict=True)
    cameras = [a_camera(number, lon, lat) for number, (lon, lat) in enumerate(places, 1)]
    changed = index_of(cameras).with_changed({1, 2, 99}, points_of([a_camera(99, -120.0, -33.0)]))
    return changed.with_homes([CELL], HomeCells(np.array([CELL]), np.array([4])))


def tiles_in(path: Path) -> dict[tuple[int, int, int], bytes]:
    with path.open("rb") as file:
        return dict(all_tiles(MmapSource(file)))


def test_every_tile_is_the_site_s_and_none_is_missing(index: CameraIndex, tmp_path: Path) -> None:
    path = tmp_path / "cameras.pmtiles"
    tiles, size = write_archive(index, path, TODAY, deepest=DEEPEST, told=silent)
    found = tiles_in(path)
    assert (tiles, size) == (len(found), path.stat().st_size)
    for (z, x, y), content in found.items():
        assert decompress(content) == camera_tile_bytes(index, Tile(z, x, y), Selection(), TODAY)
    for zoom in range(6):
        for x in range(1 << zoom):
            for y in range(1 << zoom):
                there = camera_tile_bytes(index, Tile(zoom, x, y), Selection(), TODAY)
                assert bool(there) == ((zoom, x, y) in found)


def test_a_camera_in_the_rim_is_in_the_tile_beside() -> None:
    edge = Tile(10, 583, 296).box.east
    index = index_of([a_camera(1, edge + 0.001, 60.1)])
    held = set(tiles_that_hold_something(index, 10))
    assert {tile.x for tile in held} == {583, 584}


def test_gdal_and_the_format_s_reader_know_what_it_is(index: CameraIndex, tmp_path: Path) -> None:
    path = tmp_path / "cameras.pmtiles"
    write_archive(index, path, TODAY, deepest=DEEPEST, told=silent)
    with path.open("rb") as file:
        reader = Reader(MmapSource(file))
        assert reader.header()["max_zoom"] == DEEPEST
        assert reader.metadata()["version"] == "2026-10-01"
    assert {"cameras", "counts", "homes"} >= set(pyogrio.list_layers(path)[:, 0].tolist())
    assert len(pyogrio.read_info(path, layer="cameras")["fields"])


def test_without_cameras_there_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "cameras.pmtiles"
    with pytest.raises(NothingToWriteError):
        write_archive(index_of([]), path, TODAY, deepest=3, told=silent)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(
    index: CameraIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cameras.pmtiles"
    path.write_text("yesterday's")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_archive(index, path, TODAY, deepest=3, told=silent)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "yesterday's"
