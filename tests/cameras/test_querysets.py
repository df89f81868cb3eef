"""Questions about cameras: what a filter lets through, and how homes are counted."""

from datetime import date, timedelta

import pytest
from django.db import connection

from mapper.cameras.models import Camera
from mapper.cameras.querysets import stale_before
from mapper.cameras.rules import state_on
from mapper.geometry import Box
from mapper.geometry.cells import box_of
from mapper.settings import limits
from mapper.vocabulary import Age, Answer, Kind, OperatorType, Selection, State
from tests.factories.cameras import HERE, make_camera, make_home_camera

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
LAST_GOOD_DAY = stale_before(TODAY)
TOO_LONG_AGO = LAST_GOOD_DAY - timedelta(days=1)


def found(selection: Selection) -> set[int]:
    return {camera.pk for camera in Camera.objects.matching(selection, TODAY)}


def test_public_and_private_homes_are_all_there_is() -> None:
    camera, home = make_camera(), make_home_camera()
    assert list(Camera.objects.public()) == [camera]
    assert list(Camera.objects.at_private_homes()) == [home]


def test_nothing_chosen_narrows_nothing() -> None:
    cameras = [make_camera(), make_camera(last_seen_on=None)]
    assert found(Selection()) == {camera.pk for camera in cameras}


def test_words_of_one_filter_add_and_filters_narrow() -> None:
    dome = make_camera(kind=Kind.DOME, face_recognition=Answer.YES)
    fixed = make_camera(kind=Kind.FIXED, plate_reading=Answer.NO)
    make_camera(kind=Kind.PANNING, operator_type=OperatorType.POLICE)
    both = Selection(kinds=frozenset({Kind.DOME, Kind.FIXED}))
    assert found(both) == {dome.pk, fixed.pk}
    narrowed = Selection(kinds=both.kinds, face_recognition=frozenset({Answer.YES}))
    assert found(narrowed) == {dome.pk}
    assert found(Selection(plate_reading=frozenset({Answer.NO}))) == {fixed.pk}


STORED = [state for state in State if state is not State.STALE]
DAYS = [None, TODAY, LAST_GOOD_DAY, TOO_LONG_AGO, date(2000, 1, 1)]


@pytest.mark.parametrize("wanted", list(State))
def test_the_question_and_the_rule_agree_on_every_state(wanted: State) -> None:
    cameras = [make_camera(state=state, last_seen_on=day) for state in STORED for day in DAYS]
    expected = {
        camera.pk
        for camera in cameras
        if state_on(State(camera.state), camera.last_seen_on, TODAY) is wanted
    }
    assert found(Selection(states=frozenset({wanted}))) == expected
    words = Camera.objects.with_words_of(TODAY).values("pk", "state_on")  # type: ignore[misc]
    assert {row["pk"] for row in words if row["state_on"] == wanted} == expected


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (None, Age.UNKNOWN),
        (-1, Age.MONTH),
        (0, Age.MONTH),
        (29, Age.MONTH),
        (30, Age.YEAR),
        (364, Age.YEAR),
        (365, Age.TWO_YEARS),
        (729, Age.TWO_YEARS),
        (730, Age.OLDER),
        (9999, Age.OLDER),
    ],
)
def test_every_day_has_one_age(days: int | None, age: Age) -> None:
    camera = make_camera(last_seen_on=None if days is None else TODAY - timedelta(days=days))
    assert [one for one in Age if found(Selection(ages=frozenset({one})))] == [age]
    assert found(Selection(ages=frozenset(Age))) == {camera.pk}
    [words] = Camera.objects.with_words_of(TODAY).values("age_on")  # type: ignore[misc]
    assert words == {"age_on": age}


def cell_box(camera: Camera) -> Box:
    assert camera.home_cell is not None
    return box_of(camera.home_cell, limits.HOME_CELL_ZOOM)


def test_a_cell_is_counted_whole_or_not_at_all() -> None:
    home = make_home_camera()
    make_home_camera()
    cell = cell_box(home)
    homes = Camera.objects.home_cells_in
    assert homes(cell, Selection()) == [(home.home_cell, 2)]
    near_the_camera = Box(HERE[0] - 1e-5, HERE[1] - 1e-5, HERE[0] + 1e-5, HERE[1] + 1e-5)
    assert homes(near_the_camera, Selection()) == []
    middle_lon, middle_lat = (cell.west + cell.east) / 2, (cell.south + cell.north) / 2
    beside = Box(middle_lon - 1e-4, middle_lat - 1e-4, middle_lon + 1e-4, middle_lat + 1e-4)
    assert not beside.contains(*HERE)
    assert homes(beside, Selection()) == [(home.home_cell, 2)]


def test_only_who_runs_a_camera_narrows_the_homes() -> None:
    home = make_home_camera(kind=Kind.DOORBELL)
    cell = cell_box(home)
    one = [(home.home_cell, 1)]
    homes = Camera.objects.home_cells_in
    assert homes(cell, Selection(kinds=frozenset({Kind.DOME}))) == one
    assert homes(cell, Selection(operator_types=frozenset({OperatorType.PRIVATE_HOME}))) == one
    assert homes(cell, Selection(operator_types=frozenset({OperatorType.POLICE}))) == []


def test_homes_on_both_sides_of_the_date_line() -> None:
    for lon in (179.9, -179.9, 0.0):
        make_home_camera(lon, 10.0)
    assert len(Camera.objects.home_cells_in(Box(179, 9, -179, 11), Selection())) == 2


def test_a_home_in_another_row_of_the_column_is_not_counted() -> None:
    home = make_home_camera()
    make_home_camera(HERE[0], HERE[1] + 1)
    assert Camera.objects.home_cells_in(cell_box(home), Selection()) == [(home.home_cell, 1)]


def test_a_time_narrows_to_those_seen_then() -> None:
    early = make_camera(first_seen_on=date(2020, 1, 1), last_seen_on=date(2021, 1, 1))
    late = make_camera(first_seen_on=date(2025, 1, 1), last_seen_on=date(2026, 1, 1))
    undated = make_camera(first_seen_on=None, last_seen_on=None)
    seen = Camera.objects.order_by("pk").seen_between
    assert list(seen(None, None)) == [early, late, undated]
    assert list(seen(date(2021, 1, 1), None)) == [early, late, undated]
    assert list(seen(date(2021, 1, 2), None)) == [late, undated]
    assert list(seen(None, date(2024, 12, 31))) == [early, undated]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts before it plans")
@pytest.mark.parametrize("after", [None, 0], ids=["the first", "further"])
def test_spatialite_takes_public_cameras_in_a_box_from_its_tree(after: int | None) -> None:
    found = Camera.objects.public().in_box(Box(0, 0, 1, 1))
    plan = (found if after is None else found.filter(pk__gt=after)).explain()
    assert "cameras_camera USING INTEGER PRIMARY KEY" in plan
    assert "SCAN idx_cameras_camera_location" in plan
