"""The page of all places."""

import pytest
from django.urls import reverse

from mapper.settings import limits
from mapper.vocabulary import Level
from tests.factories.figures import make_figures
from tests.factories.places import make_ground, make_place

pytestmark = pytest.mark.django_db


def page(client, **query):
    answer = client.get(reverse("places"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_places_it_says_what_to_do(client):
    text = page(client)
    assert "No place is on this map yet" in text
    assert "manage.py import_places" in text
    assert "manage.py compute_coverage" in text


def test_places_without_figures_say_so_and_are_not_taken_for_unwatched(client):
    make_place("Harbour")
    text = page(client)
    assert "Not computed yet" in text
    assert "manage.py compute_coverage" in text
    assert "Sort by" not in text


def test_each_place_has_its_share_with_bounds_and_leads_to_its_page(client):
    make_figures(make_place("Harbour", slug="harbour", population=5_000, population_year=2026))
    text = page(client).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("2.5 km (25 %)", "between 1 and 4 km", "40 %", 'href="/places/harbour/"'):
        assert words in text
    assert "<svg" in text


def test_all_ways_are_shown_where_they_are_asked_for_and_stay_asked_for(client):
    make_figures(make_place("Harbour", slug="harbour"))
    text = page(client, ways="all")
    assert "streets and paths of every kind" in text
    assert 'href="/places/harbour/?ways=all"' in text
    assert 'href="/places/?sort=name&amp;ways=all"' in text


def test_retired_places_are_not_listed(client):
    make_place("Old harbour", ground=make_ground("old", retired_on="2026-01-01"))
    assert "Old harbour" not in page(client)


@pytest.mark.parametrize("text", ["hafen", "HÄFEN", "häf"])
def test_a_place_is_found_by_its_name_whatever_the_accents(client, text):
    make_place("Häfen")
    make_place("Elsewhere")
    found = page(client, q=text)
    assert "Häfen</a>" in found
    assert "Elsewhere" not in found


def test_what_fits_nothing_leads_back_to_all(client):
    make_place("Harbour")
    text = page(client, q="nowhere")
    assert "No place here fits" in text
    assert 'value="nowhere"' in text


def test_one_level_can_be_chosen_where_there_are_several(client):
    make_place("Town", level=Level.CITY)
    make_place("Harbour")
    assert 'href="/places/?level=ward"' in page(client)
    text = page(client, level="ward")
    assert "Harbour</a>" in text
    assert "Town</a>" not in text


def test_one_place_can_be_chosen_for_its_parts(client):
    town = make_place("Town", slug="town", level=Level.CITY)
    make_place("Harbour", parent=town)
    make_place("Elsewhere")
    text = page(client, **{"in": "town"})
    assert "Harbour</a>" in text
    assert "Elsewhere" not in text


def test_too_many_places_are_offered_by_what_holds_them(client, monkeypatch):
    monkeypatch.setattr(limits, "PLACES_ROWS", 2)
    town = make_place("Town", slug="town", level=Level.CITY)
    for number in range(2):
        make_place(f"Ward {number}", parent=town)
    text = page(client)
    assert "too many places" in text
    assert "Town: 2 wards" in text
    assert 'href="/places/?level=ward&amp;in=town"' in text
    assert "<table" not in text


@pytest.mark.parametrize(
    "query", [{"sort": "'; --"}, {"level": "moon"}, {"in": "a\0b"}, {"q": "\0<script>x"}]
)
def test_any_question_gets_a_page(client, query):
    make_place("Harbour")
    assert "<script>x" not in page(client, **query)


def test_the_number_of_places_costs_no_queries(client, django_assert_num_queries):
    for number in range(3):
        make_figures(make_place(f"Ward {number}"))
    with django_assert_num_queries(2):
        page(client)
    for number in range(30):
        town = make_place(f"Town {number}", level=Level.CITY)
        make_figures(make_place(f"Part {number}", parent=town))
    with django_assert_num_queries(2):
        page(client)
    with django_assert_num_queries(3):
        page(client, q="part")
