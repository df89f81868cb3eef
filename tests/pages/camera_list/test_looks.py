"""Where people looked, as the list tells it."""

from datetime import date

import pytest

from mapper.geometry import Box
from mapper.pages.camera_list.looks import Looked, looks_in
from mapper.settings import limits
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.places import around
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

BOX = Box(*around())
LONG_AGO = date(2023, 3, 4)


def test_the_newest_comes_first_and_a_street_once_but_every_spot():
    make_survey(looked_on=LONG_AGO)
    make_survey(street_name="First Street", looked_on=LONG_AGO)
    make_survey(street_name="First Street", seen=[make_camera()])
    make_survey(looked_on=date(2022, 1, 2))
    assert looks_in(BOX) == [
        Looked("First Street", SEEN_ON, 1),
        Looked("", LONG_AGO, 0),
        Looked("", date(2022, 1, 2), 0),
    ]


def test_no_more_are_told_than_are_read(monkeypatch):
    monkeypatch.setattr(limits, "LIST_SURVEYS", 1)
    make_survey()
    make_survey()
    assert len(looks_in(BOX)) == 1


def test_an_empty_list_says_whether_somebody_looked(client):
    address = "/cameras/?bbox=24.93,60.16,24.95,60.18"
    assert "Nobody has said yet that they looked" in client.get(address).content.decode()
    make_survey(street_name="First Street")
    page = client.get(address).content.decode()
    assert "Somebody looked along First Street in September 2026 and found none." in page
    assert "Where people looked" not in client.get("/cameras/").content.decode()
