"""The form that asks what would be in view with other cameras."""

import pytest

from mapper.geometry import Box
from mapper.pages.places.what_if_form import WhatIfForm
from mapper.vocabulary import Facing
from tests.factories.cameras import make_camera, make_operator
from tests.factories.places import around

pytestmark = pytest.mark.django_db
BOX = Box(*around(degrees=0.01))


def form(**typed):
    return WhatIfForm(typed, box=BOX)


def test_a_new_camera_is_read_as_a_person_writes_it():
    asked = form(position="60.1701, 24.9401", kind="fixed", facing="NE")
    assert asked.is_valid()
    assert asked.asks
    assert asked.cleaned_data["position"] == (60.1701, 24.9401)
    assert asked.cleaned_data["facing"] == (Facing(45),)


def test_nothing_asked_is_nothing_wrong():
    asked = form(position="", facing="")
    assert asked.is_valid()
    assert not asked.asks


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"position": "here"}, "position"),
        ({"position": "95, 24"}, "position"),
        ({"position": "10, 10"}, "position"),
        ({"facing": "up"}, "facing"),
        ({"camera": "-1"}, "camera"),
        ({"camera": "9" * 40}, "camera"),
        ({"operator": "7"}, "operator"),
        ({"kind": "balloon"}, "kind"),
    ],
)
def test_what_is_unfit_is_refused_where_it_stands(typed, field):
    asked = form(**typed)
    assert not asked.is_valid()
    assert list(asked.errors) == [field]


def test_only_operators_of_the_place_are_offered():
    make_camera(operator=make_operator("Here"))
    make_camera(10, 10, operator=make_operator("Elsewhere"))
    make_camera(operator=make_operator("Hidden"), hidden_on="2026-09-01")
    assert [operator.name for operator in form().fields["operator"].queryset] == ["Here"]
