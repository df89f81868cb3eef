"""What the page of a camera asks of it."""

from mapper.pages.camera.questions import QUESTIONS, named
from mapper.sightings.services.decide_cameras import TOLD


def test_whatever_people_tell_of_a_camera_has_a_name_in_a_sentence():
    assert named(["facings", "kind", "location"]) == "facing, kind and position"
    assert named(TOLD)


def test_no_name_is_given_twice():
    assert len({question.name for question in QUESTIONS}) == len(QUESTIONS)
    assert len({question.noun for question in QUESTIONS}) == len(QUESTIONS)
