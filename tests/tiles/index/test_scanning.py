"""Passing over sorted cameras: the compiled loops do what is written."""

from datetime import date

import numpy as np
import pytest

from mapper.tiles import camera_bytes, camera_layers
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index import cells, points, scanning
from mapper.tiles.index.words import chosen
from mapper.vocabulary import Kind, Selection
from tests.geometry.uncompiled import uncompile
from tests.tiles.index.made import a_camera, index_of, points_of
from tests.tiles.test_camera_layers import tile_at

TODAY = date(2026, 10, 1)
CAMERAS = [
    a_camera(number, 24.9 + number / 1000, 60.1, kind=("dome", "fixed")[number % 2])
    for number in range(1, 12)
]
DOMES = Selection(kinds=frozenset({Kind.DOME}))


def everything_asked() -> list[object]:
    index = index_of(CAMERAS)
    changed = index.with_changed({1, 2, 3}, points_of(CAMERAS[:2]))
    base, skipped = changed.base, changed.skipped
    whole = np.array([[0, len(base)]])
    wanted = chosen(DOMES, TODAY)
    tiles = [tile_at(24.905, 60.1, zoom) for zoom in (0, 9, 13, 14, 16)]
    return [
        base.ids[scanning.gather(whole, skipped, base.scanned, wanted, 50)].tolist(),
        scanning.gather(whole, skipped, base.scanned, wanted, 1).tolist(),
        base.positions_of_ids(np.array([7, 99, 1, 0])).tolist(),
        scanning.histogram(whole, skipped, base.scanned, wanted.steps).sum(),
        *(
            camera_tile_bytes(changed, tile, selection, TODAY)
            for tile in tiles
            for selection in (Selection(), DOMES)
        ),
    ]


def test_as_it_is_written_it_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = everything_asked()
    uncompile(monkeypatch, scanning, points, cells, camera_bytes, camera_layers)
    assert everything_asked() == compiled
