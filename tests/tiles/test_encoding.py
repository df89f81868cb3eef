"""Tiles of ours read by others: mapbox-vector-tile and GDAL."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.tiles.encoding import Layer, encode_tile
from mapper.tiles.shapes import draw_points
from tests.tiles.reading import read, read_layer

UNIT = st.integers(min_value=-(2**20), max_value=2**20)
VALUE = st.none() | st.text(max_size=5) | st.integers(min_value=0, max_value=2**53)


@given(st.lists(st.tuples(UNIT, UNIT, VALUE, VALUE), min_size=1, max_size=20))
def test_points_come_back_with_their_properties(
    rows: list[tuple[int, int, str | int | None, str | int | None]],
) -> None:
    points = [(x, y) for x, y, _, _ in rows]
    columns = {"one": [row[2] for row in rows], "other": [row[3] for row in rows]}
    layer = Layer("points", draw_points(np.array(points)), columns, list(range(len(rows))))
    features = read_layer(layer)
    assert [tuple(one["geometry"]["coordinates"]) for one in features] == points
    assert [one["id"] for one in features] == list(range(len(rows)))
    for feature, (_, _, *values) in zip(features, rows, strict=True):
        told = dict(zip(columns, values, strict=True))
        assert feature["properties"] == {k: v for k, v in told.items() if v is not None}


def test_a_layer_without_features_is_left_out() -> None:
    assert encode_tile([Layer("nothing", []), Layer("neither", [])]) == b""


def test_layers_keep_their_order() -> None:
    layers = [Layer(name, draw_points(np.array([[1, 2]]))) for name in ("b", "a")]
    assert list(read(encode_tile(layers))) == ["b", "a"]


def test_gdal_reads_a_tile(tmp_path: Path) -> None:
    if not shutil.which("ogrinfo"):
        pytest.skip("GDAL IS ABSENT: install gdal-bin to have tiles read by ogrinfo")
    layer = Layer("cameras", draw_points(np.array([[10, 20]])), {"kind": ["dome"]}, [7])
    path = tmp_path / "tile.mvt"
    path.write_bytes(encode_tile([layer]))
    told = subprocess.run(
        ["ogrinfo", "-al", "-oo", "X=0", "-oo", "Y=0", "-oo", "Z=0", path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Feature Count: 1" in told.stdout
    assert "kind (String) = dome" in told.stdout
    assert "error" not in told.stderr.lower()
