"""The figures of a place to take along."""

import csv
import io

import pytest
from django.urls import reverse

from tests.factories.cameras import make_source
from tests.factories.figures import make_figures
from tests.factories.places import make_ground, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour():
    make_source(title="Register of Testing", licence="CC0", attribution="Its makers")
    return make_place("Harbour", slug="harbour", population=5_000, population_year=2025)


def rows(client):
    answer = client.get(reverse("place-csv", args=["harbour"]))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="harbour-figures.csv"'
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def told(client):
    return client.get(reverse("place-json", args=["harbour"])).json()


def test_every_line_has_its_bounds_unit_dates_and_licence(client, harbour):
    make_figures(harbour)
    line = next(r for r in rows(client) if r["figure"] == "ways.public.observe.at_least_one")
    assert line == {
        "place": "Harbour",
        "level": "ward",
        "figure": "ways.public.observe.at_least_one",
        "means": "Public streets and paths in view (observe), by at least one camera",
        "unit": "m",
        "low": "1000.0",
        "central": "2500.0",
        "high": "4000.0",
        "computed_on": "2026-09-02",
        "ground_vintage_on": "2026-09-01",
        "licence": "Testing: ; Register of Testing: CC0",
        "address": "http://testserver/places/harbour/",
    }


def test_both_say_the_same(client, harbour):
    make_figures(harbour)
    figures = told(client)["figures"]
    assert [figure["figure"] for figure in figures] == [row["figure"] for row in rows(client)]
    assert [str(figure["central"]) for figure in figures] == [r["central"] for r in rows(client)]


def test_json_says_whose_data_it_is_and_of_when(client, harbour):
    make_figures(harbour)
    answer = told(client)
    assert answer["computed_on"] == "2026-09-02"
    assert answer["ground_vintage_on"] == "2026-09-01"
    assert answer["place"]["population_year"] == 2025
    assert answer["place"]["inside"] is None
    assert answer["place"]["retired_on"] is None
    assert {
        "title": "Register of Testing",
        "licence": "CC0",
        "attribution": "Its makers",
    } in answer["licences"]


def test_what_was_not_computed_is_absent_and_never_nothing(client, harbour):
    assert told(client)["computed_on"] is None
    assert [row["figure"] for row in rows(client)] == ["population"]


def test_a_retired_place_says_so(client):
    make_place("Harbour", slug="harbour", ground=make_ground("old", retired_on="2026-01-01"))
    assert told(client)["place"]["retired_on"] == "2026-01-01"


def test_an_unknown_population_is_empty(client):
    make_figures(make_place("Harbour", slug="harbour"))
    population = rows(client)[0]
    assert (population["figure"], population["central"]) == ("population", "")
    per_camera = next(
        f for f in told(client)["figures"] if f["figure"] == "index.people_per_camera"
    )
    assert per_camera["central"] is None


def test_a_name_that_is_a_formula_is_harmless_in_the_file(client):
    make_place('=HYPERLINK("http://x")', slug="harbour")
    assert rows(client)[0]["place"].startswith("'=")


@pytest.mark.parametrize("name", ["place-csv", "place-json"])
def test_a_place_that_does_not_exist_is_not_found(client, name):
    assert client.get(reverse(name, args=["nowhere"])).status_code == 404
