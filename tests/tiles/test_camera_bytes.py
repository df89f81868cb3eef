"""Single cameras written straight into bytes, read back by a library that is not ours."""

import numpy as np
import pytest

from mapper.tiles import camera_bytes
from mapper.tiles.camera_bytes import Gathered, camera_layer_bytes
from mapper.tiles.index.points import codes_at
from mapper.tiles.index.texts import Texts
from mapper.tiles.tile import Tile
from tests.geometry.uncompiled import uncompile
from tests.tiles.index.made import a_camera
from tests.tiles.reading import read

TILE = Tile(16, 52_000, 27_000)
LONG = b"7/60;" * 40


def cameras(number: int) -> Gathered:
    """Cameras across the tile, with numbers from small to the largest a database has."""
    box = TILE.box
    made = [
        a_camera(
            2**62 - 1 if place == 1 else place * 77 + 1,
            box.west + (box.east - box.west) * place / number,
            box.south + (box.north - box.south) * place / number,
            kind=("fixed", "dome")[place % 2],
            state="confirmed",
        )
        for place in range(number)
    ]
    columns = [np.array(column) for column in zip(*made, strict=True)]
    return Gathered(
        codes=codes_at(columns[1], columns[2]),
        ids=columns[0].astype(np.int64),
        words=columns[3].astype(np.uint16),
        stale=np.arange(number) % 5 == 0,
        facings=np.arange(number) % 3,
        texts=Texts.of([b"", b"90", LONG]),
    )


def check(number: int) -> None:
    gathered = cameras(number)
    features = read(camera_layer_bytes(gathered, TILE))["cameras"]
    assert [feature["id"] for feature in features] == gathered.ids.tolist()
    for place, feature in enumerate(features):
        told = feature["properties"]
        assert told["id"] == feature["id"]
        assert told["kind"] == ("fixed", "dome")[place % 2]
        assert told["state"] == ("confirmed" if place % 5 else "stale")
        assert told.get("facings", "").encode() == [b"", b"90", LONG][place % 3]
        x, y = feature["geometry"]["coordinates"]
        assert abs(x - 4096 * place / number) <= 1
        assert abs(y - 4096 * (1 - place / number)) <= 1


@pytest.mark.parametrize("number", [1, 2, 200, 1_500])
def test_what_is_read_is_what_was_written(number: int) -> None:
    check(number)


def test_as_it_is_written_it_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    uncompile(monkeypatch, camera_bytes)
    check(150)


def test_no_cameras_are_no_layer() -> None:
    everything = cameras(1)
    none = Gathered(*(column[:0] for column in everything[:5]), texts=everything.texts)
    assert camera_layer_bytes(none, TILE) == b""
