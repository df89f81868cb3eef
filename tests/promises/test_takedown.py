"""A camera that was taken down is on no surface: no answer differs from one without it."""

import re

import pytest
from django.test import Client

from mapper.cameras.models import Camera
from mapper.cameras.services.hide_camera import hide_camera
from mapper.cameras.services.store_vintage import store_vintage
from mapper.contributors.rules.senders import Sender
from mapper.moderation.models import TakedownReason
from mapper.moderation.services.ask_takedown import Plea, ask_takedown
from mapper.sightings.models import HeldText
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.vocabulary import Basis, Role
from tests.factories.cameras import (
    HERE,
    SEEN_ON,
    make_camera,
    make_operator,
    make_record,
    make_source,
)
from tests.factories.osm import DAY, make_listing, make_vintage
from tests.factories.places import make_street
from tests.factories.sightings import make_sighting
from tests.promises.route_answers import BY_NUMBER, METHODS, ROUTES

pytestmark = pytest.mark.django_db

LON, LAT = HERE[0] + 0.000123, HERE[1] + 0.000123
NUMBER = 7_654_321
MARKS = ("Marked Operator", "marked-ref", "Marked note", "marked-tag", str(NUMBER))
BOX = f"{LON - 0.01},{LAT - 0.01},{LON + 0.01},{LAT + 0.01}"
TILE = "/tiles/cameras/16/37308/18969.mvt"
VIEWS = "/tiles/views/16/37308/18969.mvt"
READABLE = [name for name, route in ROUTES.items() if route.visitor["GET"] == 200]
# Where an answer depends on where somebody asks, it is asked where the camera hangs.
THERE = (
    f"/cameras/?bbox={BOX}",
    f"/nearby/?lat={LAT}&lon={LON}",
    f"/api/cameras?bbox={BOX}",
    f"/api/cameras/counts?bbox={BOX}",
    f"/api/candidates?lon={LON}&lat={LAT}",
    f"/api/collections/cameras/items?bbox={BOX}",
    f"/api/surveys?bbox={BOX}",
    "/tiles/cameras/12/2331/1185.mvt",
    VIEWS,
    "/cameras/?face_recognition=yes",
    "/search/?q=Marked",
    "/api/search?q=Marked",
)
# Used once, or the moment of the answer.
PASSING = re.compile(
    rb"nonce=\"[^\"]*\"|nonce-[\w+/=-]+|name=\"(?:token|csrfmiddlewaretoken)\" value=\"[^\"]*\""
    rb"|\"timeStamp\": *\"[^\"]*\""
)


def marked_camera(**fields):
    """A camera of which everything that can be told is told, with marks to know it by."""
    camera = make_camera(
        LON, LAT, pk=NUMBER, operator=make_operator("Marked Operator"), ref="marked-ref",
        face_recognition="yes", **fields,
    )  # fmt: skip
    make_record(camera, "node/77", tags={"note": "marked-tag"})
    sighting = make_sighting(camera, {"camera:type": ("dome", Basis.SAW)})
    told = {"state": "released", "judged_on": SEEN_ON, "received_on": SEEN_ON}
    HeldText.objects.create(sighting=sighting, aspect="note", text="Marked note", **told)
    return camera


def answer_at(address):
    return PASSING.sub(b"", Client().get(address).content)


@pytest.mark.parametrize("name", [*READABLE, *THERE])
def test_no_answer_differs_from_one_without_it(name):
    camera = make_camera()
    make_street("Quay")
    make_source()
    make_operator("Marked Operator")
    address = ROUTES[name].address_of(camera) if name in ROUTES else name
    without = answer_at(address)
    hide_camera(camera=marked_camera(), why={}, day=SEEN_ON, by=Role.RESIDENT)
    assert answer_at(address) == without
    for mark in MARKS:
        assert mark.encode() not in without or mark in address


@pytest.mark.parametrize("address", ["/cameras/", TILE, VIEWS, "/api/collections/cameras/items"])
def test_these_answers_would_have_told_of_it(address):
    without = answer_at(address)
    marked_camera()
    assert answer_at(address) != without


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", [*BY_NUMBER, "/cameras/{camera}/say/"])
def test_by_its_number_it_is_as_unknown_as_one_that_never_was(address, method):
    marked_camera(hidden_on=SEEN_ON)
    hidden, unknown = (
        Client().generic(method, address.format(camera=number)) for number in (NUMBER, NUMBER + 1)
    )
    assert hidden.status_code == unknown.status_code
    assert words(hidden, NUMBER) == words(unknown, NUMBER + 1)


def words(answer, number):
    return PASSING.sub(b"", answer.content).replace(str(number).encode(), b"")


def test_a_tile_that_a_browser_kept_is_not_confirmed_to_it():
    camera = marked_camera()
    kept = Client().get(TILE)
    hide_camera(camera=camera, why={}, day=SEEN_ON, by=Role.RESIDENT)
    again = Client().get(TILE, headers={"If-None-Match": kept["ETag"]})
    assert again.status_code == 200
    assert again["ETag"] != kept["ETag"]


def test_asking_for_it_is_enough():
    plea = Plea(camera=marked_camera(), reason=TakedownReason.HOME, explanation="", form_key="a")
    sender = Sender(None, "192.0.2.40")
    ask_takedown(plea=plea, sender=sender, day=SEEN_ON, by=Role.RESIDENT)
    assert "marked-ref" not in answer_at("/api/collections/cameras/items").decode()


@pytest.mark.parametrize("number", [1, 2])
def test_a_list_that_names_it_again_does_not_bring_it_back(number):
    """Under its own name, and under another at the same place."""
    source = make_source()
    place = {"lon": 24.95, "lat": 60.15}

    def store(listing, day):
        vintage = make_vintage([listing], day, whole=True)
        report = store_vintage(source=source, vintage=vintage, stored=len_of, by=Role.IMPORTER)
        believe_cameras(ids=report.touched, day=day, by=Role.IMPORTER)

    store(make_listing(1, **place), DAY)
    hide_camera(camera=Camera.objects.get(), why={}, day=DAY, by=Role.RESIDENT)
    later = DAY.replace(year=DAY.year + 1)
    store(make_listing(number, **place, version=2, tags={"camera:type": "dome"}), later)
    assert not Camera.objects.public().exists()


def len_of(_):
    """Nobody watches this import."""


def test_a_new_report_of_it_does_not_bring_it_back(client):
    hide_camera(camera=marked_camera(), why={}, day=SEEN_ON, by=Role.RESIDENT)
    body = {
        "location": {"type": "Point", "coordinates": [LON, LAT]},
        "verdict": "present",
        "observed_on": f"{SEEN_ON}",
    }
    answer = client.post(
        "/api/sightings", body, content_type="application/json", headers={"Idempotency-Key": "a"}
    )
    assert answer.status_code == 201
    assert answer.json()["camera"] is None
    assert not Camera.objects.public().exists()
