"""Features straight from rows are the features of cameras."""

from datetime import date

import orjson
import pytest

from mapper.cameras.models import Camera
from mapper.exchange.exports.geojson import feature_of, feature_of_row, feature_rows
from mapper.vocabulary import Kind, State
from tests.factories.cameras import make_camera, make_operator

pytestmark = pytest.mark.django_db

FACINGS = [{"bearing": 45.5, "opening": None}, {"bearing": 200, "opening": 60.0}]


@pytest.mark.parametrize("today", [date(2026, 10, 1), date(2031, 1, 1)])
def test_a_row_gives_the_same_feature(today: date) -> None:
    make_camera(1.23456789, -2.0, facings=FACINGS, operator=make_operator("“City” \\"))
    make_camera(kind=Kind.DOME, state=State.CONFIRMED, height_m=4.5, tilt_deg=-10.0, ref="7\n")
    make_camera(state=State.GONE, first_seen_on=None, last_seen_on=None, accuracy_m=3.0)
    rows = feature_rows(Camera.objects.all()).order_by("pk")
    cameras = Camera.objects.select_related("operator").order_by("pk")
    told = orjson.loads(orjson.dumps([feature_of_row(row, today) for row in rows]))
    expected = [feature_of(camera, today) for camera in cameras]
    assert told == expected
    assert [list(one["properties"]) for one in told] == [
        list(one["properties"]) for one in expected
    ]
