"""An index after changes is the index of what there is now."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.tile import Tile
from mapper.vocabulary import Answer, Selection
from tests.tiles.index.made import CAMERAS, index_of, points_of
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

TODAY = date(2026, 10, 1)
PLACE = (24.95, 60.15)
ZOOMS = st.integers(0, 18)
FACES = Selection(face_recognition=frozenset({Answer.YES}))


def shown(index: CameraIndex, tile: Tile, selection: Selection) -> dict[str, list[str]]:
    """What a tile says, in an order of its own."""
    layers = read(camera_tile_bytes(index, tile, selection, TODAY))
    return {name: sorted(map(str, features)) for name, features in layers.items()}


@given(CAMERAS, CAMERAS, st.sets(st.integers(1, 30)), ZOOMS, st.sampled_from([Selection(), FACES]))
def test_what_changed_is_as_if_it_had_been_sorted_in(before, after, gone, zoom, selection) -> None:
    ids = {camera[0] for camera in after}
    index = index_of(before).with_changed(ids | gone, points_of(after))
    kept = [camera for camera in before if camera[0] not in ids | gone]
    whole = index_of(kept + after)
    tile = tile_at(*PLACE, zoom)
    assert shown(index, tile, selection) == shown(whole, tile, selection)
    assert shown(index.merged(), tile, selection) == shown(whole, tile, selection)
    assert index.number == whole.number == len(kept) + len(after)


@given(CAMERAS, st.lists(CAMERAS, max_size=4))
def test_changes_on_changes_are_sorted_in_alike(before, changes) -> None:
    index, now = index_of(before), {camera[0]: camera for camera in before}
    for some in changes:
        index = index.with_changed({camera[0] for camera in some}, points_of(some))
        now |= {camera[0]: camera for camera in some}
    tile = tile_at(*PLACE, 10)
    assert shown(index, tile, Selection()) == shown(index_of(list(now.values())), tile, Selection())


@given(CAMERAS, CAMERAS)
def test_an_index_knows_where_it_differs_from_an_older_one(before, after) -> None:
    first = index_of(before)
    second = first.with_changed({camera[0] for camera in after}, points_of(after))
    told = set(second.changed_since(first.version).tolist())
    assert set(points_of(after).codes.tolist()) <= told
    assert second.changed_since(second.version).size == 0
    assert first.changed_since(second.version) is None


def test_homes_are_counted_anew_by_cells() -> None:
    cells = np.array([1 << 15 | 7, 2 << 15 | 7, 3 << 15 | 7])
    homes = Homes.of(HomeCells(cells, np.array([4, 5, 6])))
    index = index_of([])
    index = index.with_homes([], HomeCells(cells[:0], cells[:0]))
    counted = homes.with_counted(cells[:2], HomeCells(cells[1:2], np.array([9])))
    assert dict(zip(counted.cells.tolist(), counted.counts.tolist(), strict=True)) == {
        int(cells[1]): 9,
        int(cells[2]): 6,
    }
    assert counted.codes.tolist() == sorted(counted.codes.tolist())
