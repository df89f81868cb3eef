"""The aspects of a camera: what is believed, and who says so."""

from datetime import timedelta

import pytest

from mapper.pages.camera.aspects import Aspect, aspects_of, believed
from mapper.vocabulary import Answer, Basis, Facing, Kind, Lifecycle, Mount, Verdict
from tests.factories.cameras import SEEN_ON, make_camera, make_operator, make_record, make_source
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

LATER = SEEN_ON + timedelta(days=1)
DOME = {"camera:type": ("dome", Basis.SAW)}


def lines(camera):
    sightings, records = camera.sightings.order_by("pk"), camera.records.order_by("pk")
    return {aspect.name: aspect for aspect in aspects_of(camera, sightings, records)}


def test_what_nobody_knows_is_said_to_be_unknown_where_it_matters():
    found = lines(make_camera(kind=Kind.UNKNOWN))
    for name in ("Kind", "Faces", "Hangs on", "Recognises faces", "Reads number plates"):
        assert found[name] == Aspect(name, "")
    assert "Height" not in found
    assert "In use" not in found


def test_people_are_counted_by_how_they_know():
    camera = make_camera(kind=Kind.DOME)
    make_sighting(camera, DOME)
    make_sighting(camera, DOME)
    make_sighting(camera, {"camera:type": ("dome", Basis.GUESS)})
    assert lines(camera)["Kind"].said_by == ("2 people saw it", "1 person guessed")


def test_one_person_who_says_it_twice_is_one_and_so_are_all_without_a_key():
    camera = make_camera(kind=Kind.DOME)
    regular = make_contributor()
    for contributor in (regular, regular, None, None):
        make_sighting(camera, DOME, contributor=contributor)
    assert lines(camera)["Kind"].said_by == ("2 people saw it",)


def test_a_source_is_named():
    camera = make_camera(kind=Kind.DOME)
    make_record(camera, tags={"camera:type": "dome"})
    make_record(camera, "7", source=make_source("register", title="A register"), tags={})
    assert lines(camera)["Kind"].said_by == ("OpenStreetMap",)


def test_who_says_otherwise_is_counted_too():
    camera = make_camera(kind=Kind.FIXED)
    make_sighting(camera, DOME)
    make_sighting(camera, DOME)
    make_sighting(camera, {"camera:type": ("doorbell", Basis.SAW)})
    make_record(camera, tags={"camera:type": "panning", "height": "4"})
    found = lines(camera)
    assert found["Kind"].others == (
        "OpenStreetMap says: Panning camera",
        "2 people say: Dome camera",
        "1 person says: Doorbell camera",
    )
    assert found["Kind"].belief is None
    assert found["Height"] == Aspect("Height", "", (), ("OpenStreetMap says: 4 m",))


def test_only_the_latest_word_of_each_counts():
    camera = make_camera(kind=Kind.DOME)
    regular = make_contributor()
    make_sighting(camera, {"camera:type": ("fixed", Basis.SAW)}, contributor=regular)
    make_sighting(camera, DOME, contributor=regular)
    found = lines(camera)["Kind"]
    assert (found.said_by, found.others) == (("1 person saw it",), ())


@pytest.mark.parametrize("fields", [{"weight": 0.0}, {"verdict": Verdict.GONE}])
def test_what_has_no_weight_or_says_gone_tells_nothing(fields):
    camera = make_camera(kind=Kind.DOME)
    make_sighting(camera, DOME, **fields)
    assert lines(camera)["Kind"] == Aspect("Kind", "Dome camera")


def test_how_sure_an_aspect_is_is_said_in_words():
    camera = make_camera(kind=Kind.DOME)
    make_sighting(camera, DOME)
    assert lines(camera)["Kind"].sure == "One voice"
    make_sighting(camera, DOME)
    assert lines(camera)["Kind"].sure == "Unconfirmed"
    make_sighting(camera, DOME, contributor=make_contributor(has_standing=True), observed_on=LATER,
                  received_on=LATER)  # fmt: skip
    found = lines(camera)["Kind"]
    assert (found.sure, found.belief.last) == ("Confirmed", LATER)
    assert found.said_by == ("3 people saw it",)
    assert lines(camera)["Hangs on"].sure == ""


def test_every_aspect_has_its_words():
    camera = make_camera(
        kind=Kind.DOME,
        mount=Mount.STREET_LAMP,
        facings=[{"bearing": 45, "opening": None}],
        operator=make_operator("Harbour Office"),
        face_recognition=Answer.YES,
        plate_reading=Answer.NO,
        height_m=4.5,
        tilt_deg=-15,
        manufacturer="Makers",
        ref="K7",
        start_date="2020",
        zone="traffic",
        lifecycle=Lifecycle.DISUSED,
    )
    values = {name: aspect.value for name, aspect in lines(camera).items()}
    assert values == {
        "Kind": "Dome camera",
        "Faces": "North-east (45°)",
        "Hangs on": "Street lamp",
        "Run by": "Public body",
        "Operator": "Harbour Office",
        "Recognises faces": "Yes",
        "Reads number plates": "No",
        "Has a sign": "",
        "Watches": "",
        "Zone": "traffic",
        "Height": "4.5 m",
        "Tilted": "15° down",
        "Made by": "Makers",
        "Number on it": "K7",
        "There since": "2020",
        "In use": "No, out of use",
    }


@pytest.mark.parametrize(("tilt", "words"), [(0, "level"), (10, "10° up"), (-90, "90° down")])
def test_a_tilt_is_up_or_down(tilt, words):
    assert lines(make_camera(tilt_deg=tilt))["Tilted"].value == words


def test_a_kind_that_looks_all_round_needs_no_facing():
    assert lines(make_camera(kind=Kind.DOME))["Faces"].value == "Can look all round"


def test_facings_are_compared_as_facings():
    camera = make_camera(facings=[{"bearing": 45, "opening": None}])
    make_sighting(camera, {"camera:direction": ("NE", Basis.SAW)})
    assert believed(camera, "facings") == (Facing(45),)
    assert lines(camera)["Faces"].said_by == ("1 person saw it",)


def test_what_the_sign_says_is_told_where_anybody_read_it():
    camera = make_camera()
    assert "Sign names who" not in lines(camera)
    make_sighting(camera, {"surveillance:signage:operator": ("yes", Basis.SAW)})
    assert lines(camera)["Sign names who"].value == "Yes"
    assert lines(camera)["Sign names who"].said_by == ("1 person saw it",)
