"""Telling where a camera is by its street, its side and a crossing."""

import pytest

from mapper.geometry import metres_between
from mapper.sightings.forms.position import PositionForm
from tests.factories.cameras import HERE
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def filled(**answers):
    return PositionForm({"street": "Quay", **answers})


def test_the_middle_of_a_street_is_taken_with_an_honest_accuracy():
    make_street("Quay")
    form = filled()
    assert form.is_valid(), form.errors
    lat, lon = form.cleaned_data["where"]
    assert metres_between(lon, lat, LON, LAT) < 1
    assert 55 < form.cleaned_data["accuracy_m"] < 65


def test_a_side_and_a_crossing_make_it_surer():
    make_street("Quay")
    make_street("Mill Lane", line=[(LON + 0.0005, LAT - 0.001), (LON + 0.0005, LAT + 0.001)])
    form = filled(side="0", near="mill lane")
    assert form.is_valid(), form.errors
    lat, lon = form.cleaned_data["where"]
    assert metres_between(lon, lat, LON + 0.0005, LAT) == pytest.approx(6, rel=0.02)
    assert lat > LAT
    assert form.cleaned_data["accuracy_m"] == pytest.approx(3, abs=0.1)


def test_coordinates_come_before_a_street():
    form = PositionForm({"street": "Quay", "latitude": "1", "longitude": "2"})
    assert form.is_valid()
    assert form.cleaned_data["where"] == (1.0, 2.0)


def test_of_several_streets_she_is_asked_which():
    make_street("Quay")
    make_street("Quay", line=[(1.0, 1.0), (1.001, 1.0)])
    form = filled()
    assert "several" in form.errors["street_meant"][0]
    answers = list(form.fields["street_meant"].widget.choices)
    assert len(answers) == 2
    chosen = filled(street_meant=answers[1][0])
    assert chosen.is_valid(), chosen.errors


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"street": "Nowhere"}, "street", "No street of this name"),
        ({"street": "Quay", "near": "Nowhere"}, "near", "crosses Quay"),
        ({"street": "Endless Road"}, "near", "is long"),
        ({"street": "Quay", "side": "up"}, "side", "Select a valid choice"),
    ],
)
def test_what_is_not_enough_is_said_beside_its_question(answers, field, words):
    make_street("Quay")
    make_street("Endless Road", line=[(LON, LAT), (LON + 0.1, LAT)])
    form = PositionForm(answers)
    assert words in form.errors[field][0]
