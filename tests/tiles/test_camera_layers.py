"""The layers of a camera tile: single cameras near, counts when far, homes in cells."""

from datetime import date, timedelta

import pytest

from mapper.geometry import lonlat_to_tile_pixels
from mapper.geometry.cells import cell_of, centre_of
from mapper.settings import limits
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.index.building import read_all
from mapper.tiles.tile import Tile
from mapper.vocabulary import Kind, Selection, State
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.tiles.reading import Feature, read

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)


def tile_at(lon: float, lat: float, zoom: int) -> Tile:
    number = cell_of(lon, lat, zoom)
    return Tile(zoom, number >> zoom, number & (2**zoom - 1))


def layers(zoom: int, selection: Selection | None = None) -> dict[str, list[Feature]]:
    tile = tile_at(*HERE, zoom)
    return layers_in(tile, selection or Selection())


def layers_in(tile: Tile, selection: Selection) -> dict[str, list[Feature]]:
    return read(camera_tile_bytes(read_all().index, tile, selection, TODAY))


def test_near_every_camera_is_a_symbol_with_its_number() -> None:
    facings = [{"bearing": 45.0, "opening": 60.0}, {"bearing": 120.5, "opening": None}]
    camera = make_camera(kind=Kind.DOME, facings=facings, state=State.CONFIRMED)
    [feature] = layers(16)["cameras"]
    assert feature["id"] == camera.pk
    assert feature["properties"] == {
        "id": camera.pk,
        "kind": "dome",
        "state": "confirmed",
        "operator_type": "public",
        "face_recognition": "unknown",
        "plate_reading": "unknown",
        "lifecycle": "in_use",
        "facings": "45/60;120.5",
    }
    tile = tile_at(*HERE, 16)
    x, y = lonlat_to_tile_pixels(*HERE, tile.z, tile.x, tile.y)
    assert feature["geometry"]["coordinates"] == [x, y]


def test_an_unknown_facing_is_left_out() -> None:
    make_camera(facings=[])
    assert "facings" not in layers(16)["cameras"][0]["properties"]


def test_the_state_is_that_of_today() -> None:
    long_ago = TODAY - timedelta(days=limits.STALE_AFTER_DAYS + 1)
    make_camera(state=State.CONFIRMED, last_seen_on=long_ago)
    assert layers(16)["cameras"][0]["properties"]["state"] == "stale"


def test_far_there_are_counts_where_symbols_would_cover_each_other() -> None:
    make_camera()
    assert set(layers(3)) == {"cameras"}
    make_camera()
    assert set(layers(limits.CAMERAS_MIN_ZOOM)) == {"cameras"}
    far = layers(limits.CAMERAS_MIN_ZOOM - 1)
    assert set(far) == {"counts"}
    assert far["counts"][0]["properties"] == {"count": 2, "face_recognition": 0, "kind": "fixed"}


def test_a_full_tile_shows_counts_however_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CAMERAS_PER_TILE", 1)
    make_camera()
    make_camera()
    assert set(layers(16)) == {"counts"}


def test_a_camera_just_outside_reaches_in() -> None:
    tile = tile_at(*HERE, 16)
    box = tile.box
    make_camera(box.east + (box.east - box.west) / 32, HERE[1])
    [feature] = layers_in(tile, Selection())["cameras"]
    assert feature["geometry"]["coordinates"][0] > 4096


@pytest.mark.parametrize("zoom", range(limits.TILE_MAX_ZOOM + 1))
def test_a_private_home_is_never_in_another_layer_than_homes(zoom: int) -> None:
    make_home_camera()
    assert set(layers(zoom)) <= {"homes"}


def test_a_private_home_stands_in_the_middle_of_its_cell() -> None:
    make_home_camera()
    make_home_camera(HERE[0] + 0.0001)
    tile = tile_at(*HERE, limits.HOME_CELL_ZOOM)
    [feature] = layers(limits.HOME_CELL_ZOOM)["homes"]
    assert feature["properties"] == {"count": 2}
    assert feature["geometry"]["coordinates"] == [2048, 2048]
    centre = centre_of(cell_of(*HERE, limits.HOME_CELL_ZOOM), limits.HOME_CELL_ZOOM)
    assert centre == pytest.approx(((tile.box.west + tile.box.east) / 2, centre[1]))


def test_a_filter_by_kind_does_not_narrow_the_homes() -> None:
    make_home_camera(kind=Kind.DOORBELL)
    domes = Selection(kinds=frozenset({Kind.DOME}))
    assert layers(limits.HOME_CELL_ZOOM, domes)["homes"][0]["properties"] == {"count": 1}
