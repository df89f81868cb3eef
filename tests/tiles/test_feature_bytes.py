"""Features written from the index are those of the database, whatever changed meanwhile."""

from datetime import date

import orjson
import pytest

from mapper.cameras.models import Camera
from mapper.exchange.exports.geojson import feature_of
from mapper.tiles import feature_bytes
from mapper.tiles.feature_bytes import features_of
from mapper.tiles.index.building import read_all
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.reading import read_cameras
from mapper.vocabulary import Kind, OperatorType, State
from tests.factories.cameras import make_camera, make_operator
from tests.geometry.uncompiled import uncompile

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
LATER = date(2031, 1, 1)
REFS = ["", "A-7", "“Ölfeld”", 'a "b" \\ c', "\t1\x01\x1f\x7f2\n", "中" * 80]


def make_cameras() -> list[int]:
    """Cameras of every odd sort."""
    odd = [make_camera(0.1 * place - 0.3, -1e-7 * place, ref=ref) for place, ref in enumerate(REFS)]
    facings = [{"bearing": 45.5, "opening": None}, {"bearing": 200, "opening": 60.0}]
    return [camera.pk for camera in odd] + [
        make_camera(
            -179.9999999, 89.5, facings=facings, operator=make_operator("“City” \\"), voices=12
        ).pk,
        make_camera(
            180.0, -90.0, kind=Kind.DOME, state=State.CONFIRMED, height_m=4.5, tilt_deg=-10.25
        ).pk,
        make_camera(
            state=State.GONE, operator_type=OperatorType.POLICE, zone="town", start_date="2020-05"
        ).pk,
        make_camera(first_seen_on=None, last_seen_on=None, accuracy_m=3.0, manufacturer="“X”").pk,
    ]


def told(index: CameraIndex, numbers: list[int], today: date = TODAY) -> list[dict[str, object]]:
    found: list[dict[str, object]] = orjson.loads(b"[" + features_of(index, numbers, today) + b"]")
    return found


def expected(numbers: list[int], today: date = TODAY) -> list[dict[str, object]]:
    cameras = Camera.objects.select_related("operator").in_bulk(numbers)
    return [feature_of(cameras[number], today) for number in numbers]


@pytest.mark.parametrize("today", [TODAY, LATER])
def test_they_are_the_features_of_cameras(today: date) -> None:
    made = make_cameras()
    index = read_all().index
    assert told(index, made, today) == expected(made, today)
    assert told(index, made[::-1], today) == expected(made[::-1], today)


def test_none_are_nothing() -> None:
    assert features_of(read_all().index, [], TODAY) == b""
    assert features_of(read_all().index, [5], TODAY) == b""


def test_what_changed_since_is_told_as_it_is_now() -> None:
    made = make_cameras()
    index = read_all().index
    gone, renamed, *_ = made
    Camera.objects.filter(pk=gone).update(hidden_on=TODAY)
    Camera.objects.filter(pk=renamed).update(ref="now another", mount="pole")
    new = make_camera(ref="new", operator=make_operator("Somebody")).pk
    changed = [gone, renamed, new]
    index = index.with_changed(changed, read_cameras(changed))
    asked = sorted([*made, new])
    shown = [number for number in asked if number != gone]
    assert told(index, asked) == expected(shown)
    merged = index.merged()
    assert told(merged, asked) == expected(shown)
    assert b"now another" in merged.base.details.refs.content.tobytes()
    assert b"A-7" not in merged.base.details.refs.content.tobytes()


def test_as_it_is_written_it_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_cameras()
    index = read_all().index
    uncompile(monkeypatch, feature_bytes)
    assert told(index, made) == expected(made)


def test_numbers_that_are_no_words_are_spelled_as_nothing() -> None:
    assert feature_bytes._spelled((1 << 14) - 1) == b""
