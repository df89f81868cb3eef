"""What a camera sees, as its page tells it."""

import pytest

from mapper.pages.camera.seen import about, seen_by
from mapper.vocabulary import Kind, Lifecycle, State
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.coverage import make_whole_cell
from tests.factories.places import make_building

pytestmark = pytest.mark.django_db

LON, LAT = HERE
NORTH = [{"bearing": 0.0, "opening": None}]


def told(camera) -> dict[str, str]:
    seen = seen_by(camera, SEEN_ON)
    assert seen is not None
    return dict(seen.facts)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (0.4, "0"), (1, "1"), (14.6, "15"), (99.6, "100"), (671, "670"), (41_980, "42,000")],
)
def test_figures_say_no_more_than_is_known(number, words):
    assert about(number) == words


def test_a_facing_sees_a_sector_and_the_devices_bound_it():
    # 35.8 m at 60 degrees, 16.9 m at 85 and 115.6 m at 30, by the pixels on a metre.
    words = told(make_camera(facings=NORTH))
    assert words["Ground in view"] == "about 670 m² (at least 210, at most 3,500)"
    assert words["Near enough for a face"] == "about 160 m² (at least 52, at most 860)"
    assert words["Cut off by buildings"] == "0 % of its reach"


def test_without_a_facing_it_sees_nothing_at_least_and_a_whole_circle_at_most():
    seen = seen_by(make_camera(), SEEN_ON)
    assert dict(seen.facts)["Ground in view"] == "about 670 m² (at least 0, at most 42,000)"
    assert seen.paths.assumed
    assert "Nobody has said which way it faces" in seen.assumptions[0]


def test_a_dome_sees_all_round():
    seen = seen_by(make_camera(kind=Kind.DOME), SEEN_ON)
    assert dict(seen.facts)["Ground in view"].startswith("about 4,000 m² ")
    assert not seen.paths.assumed
    assert "all round" in seen.assumptions[0]


def test_walls_cut_it_off():
    make_building((LON - 0.001, LAT + 0.0001, LON + 0.001, LAT + 0.0002))
    open_view, cut = make_camera(LON, LAT - 0.01, facings=NORTH), make_camera(facings=NORTH)
    assert told(open_view)["Ground in view"] != told(cut)["Ground in view"]
    assert told(cut)["Cut off by buildings"] != "0 % of its reach"


def test_it_says_where_no_building_is_on_the_map():
    camera = make_camera(facings=NORTH)
    assert any("No building" in words for words in seen_by(camera, SEEN_ON).assumptions)
    make_building((LON + 0.0001, LAT + 0.0001, LON + 0.0002, LAT + 0.0002))
    assert not any("No building" in words for words in seen_by(camera, SEEN_ON).assumptions)


def test_where_nothing_was_worked_out_it_says_so():
    assert "not worked out yet" in told(make_camera())["Street in view"]


def test_its_street_is_told_and_what_would_be_out_of_view_without_it():
    camera = make_camera()
    make_whole_cell(LON, LAT, cameras={camera: (83.7, 20.6)})
    words = told(camera)
    assert words["Street in view"] == "about 84 m of public ways"
    assert words["If it went"] == "21 m would be out of view of every known camera"


@pytest.mark.parametrize("fields", [{"state": State.GONE}, {"lifecycle": Lifecycle.DISUSED}])
def test_what_is_gone_or_out_of_use_sees_nothing(fields):
    assert seen_by(make_camera(**fields), SEEN_ON) is None


def test_it_takes_two_queries(django_assert_num_queries):
    camera = make_camera()
    make_building()
    with django_assert_num_queries(2):
        seen_by(camera, SEEN_ON)


def test_at_a_pole_it_is_told_all_the_same():
    assert "about" in told(make_camera(0, 90, facings=NORTH))["Ground in view"]
