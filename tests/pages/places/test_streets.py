"""A place street by street, as a page and as a spreadsheet."""

import csv
from datetime import date

import pytest

from mapper.coverage.services.compute_cells import compute_cells
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.vocabulary import Kind, StreetClass
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import around, make_place, make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE


@pytest.fixture
def harbour():
    place = make_place("Harbour", slug="harbour", corners=around(degrees=0.002))
    for north, name in ((0.0, "Row 10"), (0.0012, "Row 2"), (0.0014, "=SUM(1)")):
        make_street(name, [(LON - 0.001, LAT + north), (LON + 0.001, LAT + north)])
    make_camera(kind=Kind.DOME)
    compute()
    return place


def compute():
    cell = cell_of(LON - 0.001, LAT, limits.COVERAGE_CELL_ZOOM)
    compute_cells(cells={cell}, day=SEEN_ON)


def page(client, query=""):
    answer = client.get(f"/places/harbour/streets/{query}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def names(text):
    return [part.split("<")[0] for part in text.split('<th scope="row">')[1:]]


def test_the_most_watched_stands_first_unless_another_order_is_asked_for(client, harbour):
    assert names(page(client)) == ["Row 10", "=SUM(1)", "Row 2"]
    assert names(page(client, "?sort=name")) == ["=SUM(1)", "Row 2", "Row 10"]
    assert names(page(client, "?sort=length"))[0] == "Row 10"
    assert names(page(client, "?sort=nonsense")) == names(page(client))


def test_the_page_of_the_place_leads_there(client, harbour):
    assert "/places/harbour/streets/" in client.get("/places/harbour/").content.decode()


def test_the_number_of_streets_costs_no_queries(client, harbour, django_assert_num_queries):
    make_street("Another", [(LON - 0.001, LAT + 0.0005), (LON + 0.001, LAT + 0.0005)])
    compute()
    with django_assert_num_queries(3):
        page(client)


def test_of_a_long_list_the_rest_is_in_the_spreadsheet(client, harbour, monkeypatch):
    monkeypatch.setattr(limits, "PLACES_ROWS", 2)
    assert "1 more street stands in the spreadsheet." in page(client)


def test_the_spreadsheet_has_every_figure_and_no_formula(client, harbour):
    answer = client.get("/places/harbour/streets.csv")
    rows = list(csv.DictReader(answer.content.decode().splitlines()))
    assert {row["street"] for row in rows} == {"Row 10", "Row 2", "'=SUM(1)"}
    (seen,) = [
        row
        for row in rows
        if row["street"] == "Row 10" and row["figure"] == "ways.public.observe.at_least_one"
    ]
    assert float(seen["low"]) <= float(seen["central"]) <= float(seen["high"])
    assert float(seen["central"]) > 50


def test_only_service_roads_are_offered_where_there_is_nothing_else(client):
    make_place("Harbour", slug="harbour", corners=around(degrees=0.002))
    line = [(LON - 0.001, LAT), (LON + 0.001, LAT)]
    make_street("Yard", line, street_class=StreetClass.SERVICE)
    compute()
    assert "Count service roads too" in page(client)
    assert names(page(client, "?ways=all")) == ["Yard"]


def test_a_retired_a_vast_and_an_uncomputed_place_have_no_list(client, harbour, monkeypatch):
    with monkeypatch.context() as smaller:
        smaller.setattr(limits, "PLACE_LISTS_MAX_M", 10.0)
        assert "no larger than a town" in page(client)
    harbour.ground.retired_on = date(2026, 9, 2)
    harbour.ground.save()
    assert "no larger than a town" in page(client)
    assert len(client.get("/places/harbour/streets.csv").content.splitlines()) == 1
    make_place("Sea", slug="sea")
    assert "no larger than a town" in client.get("/places/sea/streets/").content.decode()
