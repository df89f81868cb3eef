"""The table of three ways to count what is in view."""

from pathlib import Path

import pytest

from mapper.vocabulary import Kind
from script.figures.three_ways import counted, import_register, table
from tests.factories.cameras import HERE, make_camera
from tests.factories.places import make_building, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE
DOC = Path(__file__).parents[2] / "docs" / "explanation" / "three-ways-to-count.md"
LENGTH_M = 110.6


def test_a_town_is_counted_in_every_way():
    make_street()
    make_camera(kind=Kind.DOME)
    town = counted("Town")
    assert (town.cameras, town.facing_unknown, town.buildings) == (1, 0, 0)
    assert town.length_m == pytest.approx(LENGTH_M, rel=0.01)
    shares = [share * town.length_m for share in town.shares.values()]
    reaches = [2 * 16.9, 2 * 35.76, min(2 * 115.6, LENGTH_M), 2 * 35.76, 30.0, 60.0]
    assert shares == pytest.approx(reaches, rel=0.01)


def test_walls_and_an_unknown_facing_matter_to_our_way_alone():
    make_street()
    make_building((LON - 0.001, LAT + 0.00005, LON + 0.001, LAT + 0.0001))
    make_camera(LON, LAT + 0.00012)
    shares = counted("Town").shares
    for way, share in shares.items():
        assert (share > 0) is not way.startswith("views cut by walls")


def test_a_register_gives_cameras_of_which_only_the_place_is_known(tmp_path):
    register = tmp_path / "register.csv"
    register.write_text(f"ID,Latitude,Longitude\n1,{LAT},{LON}\n")
    import_register(register)
    make_street()
    town = counted("Town")
    assert (town.cameras, town.facing_unknown) == (1, 1)
    assert town.shares["views cut by walls, at least"] == 0


def test_the_documented_table_has_the_rows_that_are_computed():
    make_street()
    make_camera(kind=Kind.DOME)
    rows = table([counted("Helsinki, centre"), counted("Baltimore")])
    told = DOC.read_text()
    assert rows[0] in told
    for row in rows[2:8]:
        assert f"\n{row.split(' | ')[0]} |" in told
