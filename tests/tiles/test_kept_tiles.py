"""Finished tiles: kept for as long as they are true, and not a moment longer."""

from datetime import date, timedelta
from gzip import decompress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.settings import limits
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.kept_tiles import KeptTiles, places_of
from mapper.tiles.tile import Tile
from mapper.vocabulary import Kind, Selection
from tests.tiles.index.made import CAMERAS, a_camera, index_of, points_of
from tests.tiles.test_camera_layers import tile_at

TODAY = date(2026, 10, 1)
DOMES = Selection(kinds=frozenset({Kind.DOME}))


def test_a_tile_is_made_once() -> None:
    tiles, index, tile = KeptTiles(), index_of([a_camera(1, 24.95, 60.15)]), Tile(0, 0, 0)
    kept = tiles.get(index, tile, Selection(), TODAY)
    assert decompress(kept.compressed) == camera_tile_bytes(index, tile, Selection(), TODAY)
    assert tiles.get(index, tile, Selection(), TODAY) is kept
    assert tiles.get(index, tile, DOMES, TODAY) is not kept
    assert tiles.get(index, tile, Selection(), TODAY + timedelta(days=1)) is not kept


@given(
    CAMERAS, CAMERAS, st.integers(0, 18), st.tuples(st.floats(24.89, 25.01), st.floats(60, 60.3))
)
def test_what_is_kept_is_what_would_be_made(before, after, zoom, place) -> None:
    tiles, index, tile = KeptTiles(), index_of(before), tile_at(place[0], place[1], zoom)
    tiles.get(index, tile, Selection(), TODAY)
    index = index.with_changed({camera[0] for camera in after}, points_of(after))
    kept = tiles.get(index, tile, Selection(), TODAY)
    assert decompress(kept.compressed) == camera_tile_bytes(index, tile, Selection(), TODAY)


def test_far_off_a_change_lets_a_tile_stay() -> None:
    tiles, index = KeptTiles(), index_of([a_camera(1, 24.95, 60.15)])
    tile = tile_at(24.95, 60.15, 16)
    kept = tiles.get(index, tile, Selection(), TODAY)
    index = index.with_changed({2}, points_of([a_camera(2, 10.0, 50.0)]))
    assert tiles.get(index, tile, Selection(), TODAY) is kept
    assert tiles.get(index_of([]), tile, Selection(), TODAY) is not kept


def test_an_answer_from_an_older_index_is_not_kept() -> None:
    tiles, old = KeptTiles(), index_of([])
    new = old.with_changed({1}, points_of([a_camera(1, 24.95, 60.15)]))
    tile = Tile(0, 0, 0)
    kept = tiles.get(new, tile, Selection(), TODAY)
    tiles.get(old, Tile(1, 0, 0), Selection(), TODAY)
    assert tiles.get(new, tile, Selection(), TODAY) is kept


def test_no_more_is_kept_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TILES_KEPT_BYTES", 100)
    tiles, index = KeptTiles(), index_of([])
    for x in range(16):
        tiles.get(index, Tile(4, x, 0), Selection(), TODAY)
    assert len(tiles._tiles) < 10


def test_a_camera_in_the_rim_is_in_both_tiles() -> None:
    tile = tile_at(24.95, 60.15, 16)
    beside = points_of([a_camera(1, tile.box.east + 0.0001, 60.15)])
    places = set(places_of(beside.codes))
    assert {(16, tile.x, tile.y), (16, tile.x + 1, tile.y), (0, 0, 0)} <= places
