"""Cameras as GeoJSON: page by page, complete, and never one at a private home."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mapper.settings import limits
from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, make_camera, make_home_camera, make_operator

pytestmark = pytest.mark.django_db
ITEMS = "/api/collections/cameras/items"


def pages(client: Client, address: str) -> list[dict[str, Any]]:
    """Every page from an address on, by its `next` links."""
    found = []
    while address:
        page = client.get(address).json()
        found.append(page)
        links = {link["rel"]: link["href"] for link in page["links"]}
        address = links.get("next", "").removeprefix("http://testserver")
    return found


def test_pages_hold_every_camera_once_in_order(client: Client) -> None:
    numbers = [make_camera().pk for _ in range(7)]
    found = pages(client, f"{ITEMS}?limit=3")
    assert [page["numberReturned"] for page in found] == [3, 3, 1]
    assert [page["numberMatched"] for page in found] == [7, 7, 7]
    assert [one["id"] for page in found for one in page["features"]] == numbers


def test_the_next_page_keeps_the_question(client: Client) -> None:
    domes = [make_camera(kind=Kind.DOME).pk for _ in range(2)]
    make_camera(kind=Kind.FIXED)
    make_camera(50.0, 50.0, kind=Kind.DOME)
    found = pages(client, f"{ITEMS}?limit=1&kind=dome&bbox=24,60,26,61")
    assert [one["id"] for page in found for one in page["features"]] == domes


def test_what_is_believed_is_told(client: Client) -> None:
    facings = [{"bearing": 45.0, "opening": None}]
    operator = make_operator("City")
    make_camera(kind=Kind.DOME, facings=facings, operator=operator, height_m=4.5)
    with time_machine.travel(date(2026, 9, 20), tick=False):
        answer = client.get(ITEMS)
    assert answer["Content-Type"] == "application/geo+json"
    assert answer.json()["timeStamp"].startswith("2026-09-20T00:00:00")
    [feature] = answer.json()["features"]
    assert feature["geometry"]["coordinates"] == pytest.approx(HERE)
    told = feature["properties"]
    assert told["facings"] == facings
    assert (told["kind"], told["operator"], told["height_m"]) == ("dome", "City", 4.5)
    assert (told["state"], told["last_seen_on"]) == ("unconfirmed", "2026-09-01")


def test_the_state_is_that_of_today(client: Client) -> None:
    make_camera()
    with time_machine.travel(date(2029, 1, 1)):
        [feature] = client.get(f"{ITEMS}?state=stale").json()["features"]
        assert feature["properties"]["state"] == "stale"
        assert client.get(f"{ITEMS}?state=unconfirmed").json()["numberMatched"] == 0


def test_those_seen_at_a_time(client: Client) -> None:
    old = make_camera(first_seen_on=date(2020, 1, 1), last_seen_on=date(2021, 1, 1)).pk
    new = make_camera(first_seen_on=date(2025, 1, 1), last_seen_on=date(2026, 1, 1)).pk
    undated = make_camera(first_seen_on=None, last_seen_on=None).pk
    for interval, expected in (
        ("2020-06-01", [old, undated]),
        ("2021-01-02/2024-12-31", [undated]),
        ("2021-01-01T12:00:00Z/..", [old, new, undated]),
        ("../2024-12-31", [old, undated]),
    ):
        page = client.get(ITEMS, {"datetime": interval}).json()
        assert [one["id"] for one in page["features"]] == expected, interval


def test_a_box_over_the_date_line_holds_both_sides(client: Client) -> None:
    for lon in (179.9, -179.9, 0.0):
        make_camera(lon, 10.0)
    assert client.get(f"{ITEMS}?bbox=179,9,-179,11").json()["numberMatched"] == 2


def test_more_than_the_most_gives_the_most(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ITEMS_MAX", 2)
    for _ in range(3):
        make_camera()
    assert client.get(f"{ITEMS}?limit=99999").json()["numberReturned"] == 2


def test_a_private_home_is_as_unknown_as_what_does_not_exist(client: Client) -> None:
    home = make_home_camera()
    assert client.get(ITEMS).json()["numberMatched"] == 0
    assert client.get(f"{ITEMS}?operator_type=private_home").json()["features"] == []
    for prefix in (ITEMS, "/api/cameras"):
        there = client.get(f"{prefix}/{home.pk}")
        nowhere = client.get(f"{prefix}/{home.pk + 1}")
        assert there.status_code == nowhere.status_code == 404
        assert there.content == nowhere.content


def test_one_camera_leads_to_its_page(client: Client) -> None:
    camera = make_camera()
    answer = client.get(f"{ITEMS}/{camera.pk}")
    assert answer["Content-Type"] == "application/geo+json"
    assert answer.json()["id"] == camera.pk
    links = {link["rel"]: link["href"] for link in answer.json()["links"]}
    assert links["alternate"].endswith(f"/cameras/{camera.pk}/")
    assert links["describedby"].endswith(f"/api/cameras/{camera.pk}")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("bbox=1,2,3", "A box is four numbers"),
        ("bbox=", "A box is four numbers"),
        ("bbox=nan,0,1,1", "finite"),
        ("bbox=0,0,1,91", "latitudes"),
        ("limit=0", "limit"),
        ("limit=many", "limit"),
        ("cursor=nonsense", "cursor"),
        ("cursor=", "cursor"),
        ("kind=spaceship", "spaceship"),
        ("colour=red", "“colour” is no parameter"),
    ],
)
def test_a_slip_is_told_in_words(client: Client, query: str, said: str) -> None:
    answer = client.get(f"{ITEMS}?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert said.lower() in answer.json()["detail"].lower()


def test_the_database_is_asked_for_what_changed_and_nothing_else(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr(limits, "INDEX_CHECK_S", 60.0)
    for _ in range(9):
        make_camera(operator=make_operator())
    west, south = HERE[0] - 0.005, HERE[1] - 0.005
    address = f"{ITEMS}?bbox={west},{south},{west + 0.01},{south + 0.01}"
    first = client.get(address).json()
    with django_assert_num_queries(0):
        page = client.get(address).json()
    assert page["features"] == first["features"]
    assert page["numberMatched"] == page["numberReturned"] == 9


def test_gdal_reads_the_items(client: Client, tmp_path: Path) -> None:
    if not shutil.which("ogrinfo"):
        pytest.skip("GDAL IS ABSENT: install gdal-bin to have the items read by ogrinfo")
    make_camera(kind=Kind.DOME)
    path = tmp_path / "items.geojson"
    path.write_text(json.dumps(client.get(ITEMS).json()))
    told = subprocess.run(
        ["ogrinfo", "-al", path], capture_output=True, text=True, check=True
    ).stdout
    assert "Feature Count: 1" in told
    assert "kind (String) = dome" in told


def test_a_shorter_address_gives_the_same_pages(client: Client) -> None:
    numbers = [make_camera().pk for _ in range(3)]
    make_camera(50.0, 50.0)
    found = pages(client, "/api/cameras?limit=2&bbox=24,60,26,61")
    assert [one["id"] for page in found for one in page["features"]] == numbers
    assert "/api/cameras?" in found[0]["links"][1]["href"]
    for wrong in ("bbox=1,2", "kind=nonsense", "colour=red", "limit=0"):
        short, long = (client.get(f"{path}?{wrong}") for path in ("/api/cameras", ITEMS))
        assert short.status_code == long.status_code == 400
        assert short.json() == long.json()
