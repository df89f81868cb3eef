"""Who said what of a camera."""

import pytest

from mapper.pages.camera.voices import latest_words, voices_about
from mapper.vocabulary import Basis, Kind, Mount
from tests.factories.cameras import make_camera, make_record
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db

DOME = {"camera:type": ("dome", Basis.SIGN)}
FIXED = {"camera:type": ("fixed", Basis.SAW)}


def heard(camera):
    sightings = camera.sightings.order_by("pk").prefetch_related("claims")
    return voices_about(sightings, camera.records.select_related("source"))


def test_people_say_how_they_know_and_sources_have_their_names():
    camera = make_camera()
    make_record(camera, tags={"camera:mount": "wall"})
    make_sighting(camera, DOME)
    source, person = heard(camera)
    assert (source.title, source.answers) == ("OpenStreetMap", {"mount": (Mount.WALL, "")})
    assert (person.title, person.answers) == ("", {"kind": (Kind.DOME, "read it on a sign")})


def test_of_those_without_a_key_the_first_word_is_heard():
    camera = make_camera()
    for claims in (DOME, FIXED):
        make_sighting(camera, claims, contributor=None)
    assert [voice.answers["kind"][0] for voice in latest_words(heard(camera), "kind")] == [
        Kind.DOME
    ]


def test_whoever_does_not_speak_of_an_aspect_is_not_heard_on_it():
    camera = make_camera()
    make_sighting(camera, DOME)
    assert latest_words(heard(camera), "mount") == []
