"""Reading cameras out of the database: only what is public, with all that is said of it."""

from datetime import date

import orjson
import pytest

from mapper.cameras.models import Camera
from mapper.exchange.exports.geojson import feature_of
from mapper.geometry.morton import ACROSS, columns_and_rows, units_of
from mapper.settings import limits
from mapper.tiles.feature_bytes import features_of
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.reading import (
    camera_count,
    facings_text,
    read_cameras,
    read_home_cells,
    read_points,
)
from mapper.tiles.index.words import day_number, packed_words
from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, make_camera, make_home_camera, make_operator
from tests.tiles.index.made import NO_HOMES

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
WORDS = {
    "kind": "dome",
    "operator_type": "police",
    "face_recognition": "yes",
    "plate_reading": "no",
    "lifecycle": "disused",
    "state": "gone",
}


def test_everything_is_read_that_is_said_of_a_camera() -> None:
    facings = [{"bearing": 45.0, "opening": 60.0}, {"bearing": 120.5, "opening": None}]
    camera = make_camera(**WORDS, facings=facings, last_seen_on=date(2025, 2, 3))
    for points in (read_points(), read_cameras([camera.pk])):
        assert points.ids.tolist() == [camera.pk]
        assert points.words.tolist() == [packed_words(WORDS)]
        assert points.seen.tolist() == [day_number(date(2025, 2, 3))]
        assert points.texts[int(points.facings[0])] == b"45/60;120.5"
        columns, rows = columns_and_rows(points.codes)
        assert (columns[0], rows[0]) == tuple(units_of(*HERE))
        assert columns[0] < ACROSS


def test_what_is_not_known_is_nothing() -> None:
    make_camera(last_seen_on=None, facings=[])
    points = read_points()
    assert points.seen.tolist() == [0]
    assert points.texts[int(points.facings[0])] == b""


def test_only_public_cameras_are_read() -> None:
    make_home_camera()
    hidden = make_camera(hidden_on=date(2026, 9, 1))
    shown = make_camera(kind=Kind.DOME)
    assert read_points().ids.tolist() == [shown.pk]
    assert read_cameras([hidden.pk, shown.pk, 10**9]).ids.tolist() == [shown.pk]
    assert len(read_cameras([])) == 0


def test_homes_are_counted_by_cells() -> None:
    home = make_home_camera()
    make_home_camera()
    make_home_camera(HERE[0] + 1)
    make_home_camera(hidden_on=date(2026, 9, 1))
    found = read_home_cells()
    counts = dict(zip(found.cells.tolist(), found.counts.tolist(), strict=True))
    assert counts[home.home_cell] == 2
    assert sum(counts.values()) == 3
    assert home.home_cell is not None
    assert read_home_cells([home.home_cell, 5]).counts.tolist() == [2]
    assert read_home_cells([]).cells.size == 0


def test_cameras_are_counted_no_further_than_asked() -> None:
    for _ in range(3):
        make_camera()
    assert (camera_count(2), camera_count(9)) == (2, 3)


@pytest.mark.parametrize(
    ("facings", "text"),
    [
        ("[]", ""),
        ('[{"bearing": 0.0, "opening": null}]', "0"),
        (
            '[{"bearing": 45.25, "opening": 90.0}, {"bearing": 180, "opening": null}]',
            "45.25/90;180",
        ),
    ],
)
def test_facings_as_text(facings: str, text: str) -> None:
    assert facings_text(facings) == text


@pytest.mark.parametrize("halves_from", [2, 100_000])
def test_halves_that_are_read_side_by_side_are_one(
    halves_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "INDEX_HALVES_FROM", halves_from)
    monkeypatch.setattr(limits, "INDEX_READ_BYTES", 200)
    monkeypatch.setattr(limits, "INDEX_READ_ROWS", 2)
    for place in range(7):
        operator = make_operator(f"Operator {place % 3}")
        make_camera(25.0 + place, ref=f"R{place % 5}", operator=operator, zone=f"Z{place % 2}")
    points = read_points()
    made = Camera.objects.select_related("operator").in_bulk(points.ids.tolist())
    told = orjson.loads(
        b"[" + features_of(CameraIndex.of(points, NO_HOMES), sorted(made), TODAY) + b"]"
    )
    assert told == [feature_of(made[number], TODAY) for number in sorted(made)]
    assert len(told) == 7
