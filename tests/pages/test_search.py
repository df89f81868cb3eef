"""Search without script."""

import pytest
from django.urls import reverse

from mapper.geometry import Box
from mapper.pages.search import zoom_for
from mapper.settings import limits
from tests.factories.figures import make_figures
from tests.factories.places import around, make_label, make_place, make_street

pytestmark = pytest.mark.django_db


def page(client, **query):
    answer = client.get(reverse("search"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_street_is_found_and_leads_to_the_map_and_the_list(client):
    make_street("Primrose Street", [(24.94, 60.17), (24.95, 60.17)])
    text = page(client, q="primrose")
    assert "Primrose Street" in text
    assert 'href="/#15/60.17000/24.94500"' in text
    assert 'href="/cameras/?bbox=24.94000,60.16775,24.95000,60.17225"' in text


def test_a_settlement_known_as_a_point_has_surroundings(client):
    make_label("Testing", 24.94, 60.17)
    assert 'href="/cameras/?bbox=24.93548,60.16775,24.94452,60.17225"' in page(client, q="Test")


def test_a_place_with_figures_leads_to_them_and_one_without_does_not(client):
    make_figures(make_place("Downtown", slug="downtown"))
    make_place("Downhill", slug="downhill")
    make_street("Down Street")
    text = page(client, q="down")
    link = 'href="/places/downtown/">Figures<span class="visually-hidden"> of Downtown</span></a>'
    assert link in text
    assert text.count(">Figures<") == 1


def test_what_is_not_found_is_said_without_claiming_that_it_does_not_exist(client):
    text = page(client, q="Nowhere Lane")
    assert "“Nowhere Lane” is on this map" in text
    assert "only what was imported" in text


def test_without_a_question_there_is_only_the_form(client):
    text = page(client)
    assert 'name="q"' in text
    assert "found</h2>" not in text
    assert "on this map." not in text


@pytest.mark.parametrize("asked", ["<script>x</script>", "a" * 5_000, "%00", "\x00", "' OR 1=1 --"])
def test_any_question_gets_a_page(client, asked):
    assert "<script>x" not in page(client, q=asked)


def test_the_number_of_matches_costs_no_queries(client, django_assert_max_num_queries):
    for number in range(20):
        make_street(f"Primrose Row {number}")
        make_place(f"Primrose Ward {number}")
    with django_assert_max_num_queries(10):
        page(client, q="primrose")


@pytest.mark.parametrize(
    ("box", "zoom"),
    [
        (Box(*around()), limits.SEARCH_MAX_ZOOM),
        (Box(24.0, 60.0, 24.5, 60.5), 9),
        (Box(-180, -90, 180, 90), 1),
        (Box(179, 0, -179, 1), 7),
        (Box(1, 1, 1, 1), limits.SEARCH_MAX_ZOOM),
    ],
)
def test_the_zoom_shows_the_whole_box(box, zoom):
    assert zoom_for(box) == zoom
