"""A camera as a GeoJSON feature."""

from datetime import date

import pytest

from mapper.exchange.exports.geojson.features import day_text, feature_of, properties_of
from mapper.vocabulary import State
from tests.factories.cameras import make_camera, make_operator

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)


def test_a_feature_has_number_point_and_properties() -> None:
    camera = make_camera(1.23456789, -2.0)
    feature = feature_of(camera, TODAY)
    assert (feature["type"], feature["id"]) == ("Feature", camera.pk)
    assert feature["geometry"] == {"type": "Point", "coordinates": [1.2345679, -2.0]}
    assert feature["properties"] == properties_of(camera, TODAY)


def test_the_unknown_is_null_or_unknown() -> None:
    told = properties_of(make_camera(first_seen_on=None, last_seen_on=None), TODAY)
    assert (told["operator"], told["height_m"], told["last_seen_on"]) == (None, None, None)
    assert told["mount"] == "unknown"


def test_the_operator_is_named_and_the_state_is_todays() -> None:
    camera = make_camera(operator=make_operator("City"), state=State.CONFIRMED)
    assert properties_of(camera, TODAY)["operator"] == "City"
    assert properties_of(camera, TODAY)["state"] == "confirmed"
    assert properties_of(camera, date(2030, 1, 1))["state"] == "stale"


def test_days_are_iso_8601() -> None:
    assert day_text(TODAY) == "2026-10-01"
    assert day_text(None) is None
