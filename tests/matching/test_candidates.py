"""The cameras that an observation may be of."""

from datetime import date

import pytest

from mapper.exchange.sources.osm.extract import Wanted, read_extract
from mapper.exchange.sources.watching import unwatched
from mapper.matching.candidates import candidates_for
from mapper.settings import limits
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis, Kind, State, Verdict
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.matching.repeats import rates

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 20)
LON, LAT = HERE
METRE = 1 / 111_195


def observed(accuracy_m=None, **claims):
    told = {key.replace("_", ":"): (value, Basis.SAW) for key, value in claims.items()}
    return Observation(
        lon=LON,
        lat=LAT,
        accuracy_m=accuracy_m,
        verdict=Verdict.PRESENT,
        observed_on=TODAY,
        claims=told,
    )


def found(observation=None, today=TODAY):
    return candidates_for(observation or observed(), today)


def make_north(metres, **fields):
    return make_camera(LON, LAT + metres * METRE, **fields)


def facing(bearing):
    return [{"bearing": bearing, "opening": None}]


def test_where_nothing_stands_there_are_none():
    make_north(300)
    assert found() == []


def test_the_likeliest_comes_first_with_its_reasons():
    further, nearer = make_north(6), make_north(2)
    first, second = found(observed(camera_type="fixed"))
    assert (first.camera, second.camera) == (nearer, further)
    assert first.match.score > second.match.score > limits.MATCH_WARN
    assert second.match.words == "6 m apart, same kind"
    assert second.metres == pytest.approx(6, abs=0.1)


def test_of_equals_the_earlier_camera_comes_first():
    numbers = [make_camera().pk for _ in range(3)]
    assert [one.camera.pk for one in found()] == numbers


def test_two_on_one_pole_are_told_apart_by_their_facings():
    north, south = (make_camera(facings=facing(bearing)) for bearing in (10.0, 190.0))
    assert [one.camera for one in found(observed(camera_direction="0"))] == [north]
    assert [one.camera for one in found(observed(camera_direction="180"))] == [south]
    assert found(observed(camera_direction="100")) == []


def test_a_poor_position_is_compared_with_what_stands_further_away():
    camera = make_north(20)
    assert found(observed(accuracy_m=3)) == []
    assert [one.camera for one in found(observed(accuracy_m=25))] == [camera]


def test_a_poor_position_on_the_map_counts_too():
    camera = make_north(20, accuracy_m=25)
    assert [one.camera for one in found(observed(accuracy_m=3))] == [camera]


def test_it_is_found_over_the_date_line():
    camera = make_camera(-179.99999, 10.0)
    seen = Observation(
        lon=179.99999,
        lat=10.0,
        accuracy_m=None,
        verdict=Verdict.PRESENT,
        observed_on=TODAY,
        claims={},
    )
    assert [one.camera for one in found(seen)] == [camera]


def test_a_camera_at_a_private_home_is_no_candidate_and_changes_nothing():
    camera = make_north(2)
    without = found()
    make_home_camera()
    assert [one.camera for one in without] == [camera]
    assert found() == without


def test_what_is_gone_or_old_is_a_candidate_and_says_so():
    make_camera(state=State.GONE)
    make_camera(last_seen_on=date(2020, 1, 1))
    assert {one.state for one in found()} == {State.GONE, State.STALE}


def test_no_more_are_shown_than_a_person_compares(monkeypatch):
    monkeypatch.setattr(limits, "MATCH_CANDIDATES_MAX", 2)
    for _ in range(3):
        make_camera()
    assert len(found()) == 2


@pytest.mark.parametrize("cameras", [1, 200])
def test_two_queries_whatever_stands_around(cameras, django_assert_num_queries):
    for _ in range(cameras):
        make_camera(kind=Kind.DOME)
    with django_assert_num_queries(2):
        assert found(observed(camera_type="dome"))


@pytest.mark.parametrize(
    ("name", "truly_new"),
    [
        ("osm-helsinki-centre-pbf/Helsinki.osm.pbf", 54),
        ("osm-sfbay-alpr-fulltags/cameras.json.gz", 3497),
    ],
    ids=["Helsinki", "Bay Area"],
)
def test_on_real_maps_repeats_are_asked_about_and_new_cameras_are_not(shared_data, name, truly_new):
    """The figures of docs/explanation/matching.md, for a position that is good to 10 m."""
    extract = read_extract(shared_data / name, Wanted(), unwatched)
    found = rates(extract.listings, accuracy_m=10, rounds=5)
    assert found.truly_new == truly_new
    assert found.repeats >= 0.90
    assert found.new <= 0.03


def test_where_nothing_is_likely_one_query_will_do(django_assert_num_queries):
    make_camera(HERE[0] + 0.001)
    with django_assert_num_queries(1):
        assert not found()
