"""The page of one place."""

from datetime import date

import pytest
from django.urls import reverse

from mapper.settings import limits
from mapper.vocabulary import Level
from tests.factories.cameras import HERE, make_camera, make_event, make_record, make_source
from tests.factories.coverage import make_whole_cell
from tests.factories.figures import make_figures, watched_ways
from tests.factories.places import make_ground, make_place, make_street

pytestmark = pytest.mark.django_db


def page(client, slug="harbour", **query):
    answer = client.get(reverse("place", args=[slug]), query)
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def harbour():
    town = make_place("Town", slug="town", level=Level.CITY)
    return make_place(
        "Harbour", slug="harbour", population=5_000, population_year=2025, parent=town
    )


def test_its_first_sentence_answers_in_plain_words(client, harbour):
    make_figures(harbour)
    assert (
        "Of the 10 km of public streets and paths in Harbour, between 1 and 4 km, most likely"
        " 2.5 km (25 %), are in view of at least one camera that could observe a person."
    ) in page(client)


def test_where_nobody_has_looked_is_said_beside_it(client, harbour):
    make_figures(harbour)
    assert "Along the other 60 % nobody has" in page(client)


def test_every_figure_has_its_bar_and_its_words(client, harbour):
    make_figures(harbour)
    text = page(client)
    for words in (
        "At least two",
        "Where a face could be recognised",
        "A business or someone else",
        "50 % of it is in view only of cameras that are not confirmed.",
        "30 % of it is in view only of cameras whose kind or facing nobody knows.",
        "8 confirmed, 9 unconfirmed",
        "250",
        "5,000 people in 2025",
        "School or nursery",
        "50 %, between 20 % and 70 %",
    ):
        assert words in text
    assert text.count('class="range-bar"') >= 11


def test_its_dates_sources_and_place_are_told(client, harbour):
    listed = make_source("listed", title="Register of Testing", licence="CC0")
    make_record(make_camera(), source=listed)
    make_record(make_camera(0, 0), source=make_source("elsewhere", title="Register of the Sea"))
    make_figures(harbour)
    streets = make_ground("streets-of-2025", title="Survey of streets", vintage_on=date(2025, 3, 1))
    make_street("Tar Lane", ground=streets)
    text = page(client)
    assert "Register of the Sea" not in text
    for words in (
        "Worked out on 2 September 2026",
        "as of 1 September 2026",
        "Register of Testing (CC0)",
        "Streets and buildings: Survey of streets, as of 1 March 2025",
        "© OpenStreetMap contributors",
        'href="/places/town/"',
        'href="/places/harbour/figures.csv"',
        'href="/about/figures/"',
        'href="/cameras/?bbox=24.93000,60.16000,24.95000,60.18000"',
    ):
        assert words in text


def test_all_ways_are_counted_where_they_are_asked_for(client, harbour):
    make_figures(harbour)
    text = page(client, ways="all")
    assert "Of the 12 km of streets and paths of every kind in Harbour" in text
    assert 'href="/places/harbour/"' in text


def test_its_parts_stand_side_by_side(client, harbour):
    make_figures(harbour)
    text = page(client, "town")
    assert "Wards in Town" in text
    assert 'href="/places/harbour/"' in text
    assert "Not computed yet" in text


def test_without_figures_it_says_how_they_are_made(client, harbour):
    text = page(client)
    assert "Not computed yet" in text
    assert "manage.py compute_coverage" in text
    assert "are in view" not in text
    assert "5,000 people (2025)" in text


def test_a_place_without_streets_says_that_nothing_can_be_measured(client, harbour):
    ways = watched_ways(0, 0, 0)
    make_figures(harbour, total=0, ways={"public": ways, "all": ways})
    text = page(client)
    assert "nothing can be measured" in text
    assert "Nobody has logged a camera here yet" in text


def test_a_retired_place_stays_readable_and_names_its_heir(client):
    old = make_place(
        "Harbour", slug="harbour-2020", ground=make_ground("old", retired_on="2026-01-01")
    )
    make_figures(old)
    assert "No newer boundary has taken its place" in page(client, "harbour-2020")
    make_place("Harbour", slug="harbour")
    text = page(client, "harbour-2020")
    assert "retired on 1 January 2026" in text
    assert 'there is now <a href="/places/harbour/">Harbour</a>' in text
    assert "2.5 km (25 %)" in text


def test_a_place_that_does_not_exist_is_not_found(client):
    assert client.get("/places/nowhere/").status_code == 404


def test_the_number_of_its_parts_costs_no_queries(client, harbour, django_assert_num_queries):
    make_figures(harbour)
    with django_assert_num_queries(4):
        page(client, "town")
    for number in range(20):
        make_figures(make_place(f"Ward {number}", parent=harbour.parent))
    with django_assert_num_queries(4):
        page(client, "town")


def test_its_gaps_and_its_most_needed_cameras_are_listed(client, harbour):
    make_figures(harbour)
    camera, street = make_camera(), make_street("Tar Lane")
    make_whole_cell(*HERE, cameras={camera: (80.0, 20.0)}, streets={street: []})
    text = page(client)
    assert "Longest stretches out of view" in text
    assert "Tar Lane</a>" in text
    assert f'href="/cameras/{camera.pk}/"' in text


def test_a_metropolis_leaves_them_to_its_parts(client, harbour, monkeypatch):
    monkeypatch.setattr(limits, "PLACE_LISTS_MAX_M", 9_999.0)
    make_figures(harbour)
    assert "Longest stretches out of view" not in page(client)


def test_the_number_of_cameras_and_streets_costs_no_queries(
    client, harbour, django_assert_max_num_queries
):
    make_figures(harbour)
    cameras = {make_camera(): (80.0, 20.0) for _ in range(8)}
    make_whole_cell(*HERE, cameras=cameras, streets={make_street(f"Row {n}"): [] for n in range(5)})
    page(client)
    with django_assert_max_num_queries(13):
        page(client)


def test_figures_that_lag_behind_the_cameras_say_so(client, harbour):
    make_figures(harbour)
    assert "changed since" not in page(client)
    make_event(make_camera(), day="2026-09-09")
    assert "changed since, last on 9 September 2026" in page(client)
