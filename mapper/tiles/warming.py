"""Going once through everything that is compiled, so that no reader waits for a compiler."""

from datetime import date

import numpy as np

from mapper.geometry import Box
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.feature_bytes import features_of
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.points import Points, codes_at
from mapper.tiles.index.questions import Order, groups_in, listed, nearest
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.texts import Texts
from mapper.tiles.tile import Tile
from mapper.vocabulary import Answer, Selection

_TODAY = date(2026, 1, 1)
_WORLD = Box(-180.0, -90.0, 180.0, 90.0)


def warm_up() -> None:
    """Make tiles, lists and features of two invented cameras, which nobody gets to see."""
    nothing = np.empty(0, dtype=np.int64)
    index = CameraIndex.of(_points(1, 2), Homes.of(HomeCells(nothing, nothing)))
    index = index.with_changed([2], _points(2))
    for selection in (Selection(), Selection(face_recognition=frozenset({Answer.NO}))):
        for zoom in (0, 18):
            camera_tile_bytes(index, Tile(zoom, 0, 0), selection, _TODAY)
    groups_in(index, _WORLD, _TODAY)
    nearest(index, (-179.9999, 85.05), 1, 1.0, Selection(), _TODAY)
    for name in ("seen", "kind"):
        listed(index, _WORLD, Selection(), Order(name, backwards=True), None, _TODAY)
    features_of(index, [1, 2], _TODAY)


def _points(*numbers: int) -> Points:
    """Cameras at one place, of the first words of the vocabulary."""
    zeros = np.zeros(len(numbers))
    return Points.sorted_from(
        ids=np.array(numbers, dtype=np.int64),
        codes=codes_at(zeros - 179.9999, zeros + 85.05),
        words=zeros.astype(np.uint16),
        seen=zeros.astype(np.uint16),
        facings=zeros.astype(np.uint32),
        texts=Texts.of([b"90"]),
    )
