"""Search over HTTP: the best match first, each with its box."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mapper.settings import limits
from tests.factories.figures import make_figures
from tests.factories.places import make_label, make_place, make_street

pytestmark = pytest.mark.django_db


def test_a_street_is_found_with_its_box(client: Client) -> None:
    make_street("Länsiväylä")
    [found] = client.get("/api/search?q=lansi").json()["results"]
    assert (found["name"], found["what"], found["kind"]) == ("Länsiväylä", "street", "Street")
    west, south, east, north = found["bbox"]
    assert west < found["lon"] < east
    assert south <= found["lat"] <= north


@pytest.mark.parametrize(
    "query",
    ["", "near=1,1", f"q={'x' * (limits.SEARCH_MAX_LENGTH + 1)}", "q=x&near=here", "q=x&near=9,99"],
)
def test_a_slip_is_told_in_words(client: Client, query: str) -> None:
    answer = client.get(f"/api/search?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_nothing_asked_is_nothing_found(client: Client) -> None:
    make_street()
    assert client.get("/api/search?q=%20%00").json() == {"results": []}


def test_only_a_place_with_figures_says_where_they_are(client: Client) -> None:
    make_figures(make_place("Testing A", slug="testing-a"))
    make_place("Testing B", slug="testing-b")
    make_street("Testing C")
    found = client.get("/api/search?q=testing").json()["results"]
    assert [one["figures"] for one in found] == ["/places/testing-a/", None, None]


@pytest.mark.parametrize("things", [1, 10])
def test_queries_do_not_grow_with_the_town(
    client: Client, things: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(things):
        make_street(f"Testing Street {number}")
        make_place(f"Testing {number}")
        make_label(f"Testing {number}")
    with django_assert_num_queries(6):
        client.get("/api/search?q=testing")
