"""The world's land and borders: whole, valid, and on the right side of the date line."""

from pathlib import Path

import pytest
import shapely
from pytest_django import Settings

from mapper.geometry import Box
from mapper.tiles.world import country_names, world_at, world_file


@pytest.mark.parametrize("zoom", [0, 9])
@pytest.mark.parametrize(
    ("lon", "lat", "is_land"),
    [
        (10.0, 51.0, True),
        (100.0, 65.0, True),
        (-175.0, 66.5, True),
        (178.0, 68.0, True),
        (0.0, -85.0, True),
        (-30.0, 40.0, False),
        (0.0, 0.0, False),
        (0.0, -16.5, False),
    ],
    ids=["Europe", "Siberia", "Chukotka", "before", "Antarctica", "Atlantic", "zero", "Fiji's row"],
)
def test_land_is_where_land_is(zoom: int, lon: float, lat: float, is_land: bool) -> None:  # noqa: FBT001
    land = world_at(zoom).land
    assert bool(shapely.intersects_xy(land, lon, lat).any()) is is_land


@pytest.mark.parametrize("zoom", [0, 9])
def test_land_is_valid_and_within_180_degrees(zoom: int) -> None:
    land = world_at(zoom).land
    assert shapely.is_valid(land).all()
    west, south, east, north = shapely.total_bounds(land)
    assert (west, east) == (-180, 180)
    assert south >= -90
    assert north <= 90


def test_only_what_touches_a_box_is_given() -> None:
    world = world_at(0)
    assert 0 < len(world.land_in(Box(9, 50, 11, 52))) < len(world.land)
    assert len(world.borders_in(Box(-40, 30, -35, 35))) == 0
    assert len(world.land_in(Box(178, 65, -178, 67))) > 0


def test_countries_stand_where_they_are() -> None:
    places = {name: (lon, lat) for name, lon, lat in country_names()}
    lon, lat = places["Germany"]
    assert 6 < lon < 15
    assert 47 < lat < 55
    assert abs(places["Fiji"][0]) > 177


def test_without_the_package_there_is_no_world(settings: Settings, tmp_path: Path) -> None:
    settings.NODE_MODULES = tmp_path
    country_names.cache_clear()
    assert not world_file().exists()
    assert len(world_at(3).land_in(Box(0, 0, 1, 1))) == 0
    assert country_names() == []
    country_names.cache_clear()
