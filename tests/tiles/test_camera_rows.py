"""What a camera tile asks the database."""

from datetime import date

import pytest

from mapper.geometry import Box
from mapper.tiles.camera_rows import HomeRow, cameras_in, countable_in, homes_in
from mapper.vocabulary import Answer, Kind, OperatorType, Selection
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import around

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
BOX = Box(*around())
NO_HOMES = Selection(operator_types=frozenset({OperatorType.PUBLIC}))


def test_a_row_says_everything_a_symbol_needs() -> None:
    facings = [{"bearing": 45.0, "opening": None}]
    camera = make_camera(kind=Kind.DOME, face_recognition=Answer.YES, facings=facings)
    [row] = cameras_in(BOX, Selection(), TODAY, 10) or []
    assert row.id == camera.pk
    assert (row.lon, row.lat) == pytest.approx(HERE)
    assert (row.kind, row.face_recognition, row.facings) == ("dome", "yes", facings)


def test_more_than_fit_are_not_given() -> None:
    for _ in range(3):
        make_camera()
    assert len(cameras_in(BOX, Selection(), TODAY, 3) or []) == 3
    assert cameras_in(BOX, Selection(), TODAY, 2) is None


def test_only_what_was_chosen_is_given() -> None:
    make_camera(kind=Kind.DOME)
    make_camera(kind=Kind.FIXED)
    domes = Selection(kinds=frozenset({Kind.DOME}))
    assert [row.kind for row in cameras_in(BOX, domes, TODAY, 10) or []] == ["dome"]
    assert [row.kind for row in countable_in(BOX, domes, TODAY)] == ["dome"]


def test_private_homes_are_in_their_cell_and_nowhere_else() -> None:
    home = make_home_camera()
    assert cameras_in(BOX, Selection(), TODAY, 10) == []
    assert countable_in(BOX, Selection(), TODAY) == []
    whole_cell = Box(*around(degrees=0.02))
    assert homes_in(whole_cell, Selection()) == [HomeRow(home.home_cell, 1)]
    assert homes_in(whole_cell, NO_HOMES) == []
