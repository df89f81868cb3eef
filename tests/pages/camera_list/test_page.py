"""The list: exactly what a box and the filters hold, in words, page by page."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mapper.settings import limits
from mapper.vocabulary import Answer, Kind, State
from tests.factories.cameras import make_camera, make_home_camera
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db


def listed(client: Client, **query: str) -> list[int]:
    """The numbers of the cameras on one page of the list."""
    return numbers_in(text_of(client, **query))


def text_of(client: Client, **query: str) -> str:
    answer = client.get("/cameras/", query)
    assert answer.status_code == 200
    return answer.content.decode()


def numbers_in(text: str) -> list[int]:
    return [int(number) for number in re.findall(r'href="/cameras/(\d+)/"', text)]


def test_it_holds_what_lies_in_the_box_and_nothing_else(client: Client) -> None:
    inside = make_camera(24.94, 60.17)
    make_camera(25.5, 60.17)
    assert listed(client, bbox="24.9,60.1,25.0,60.2") == [inside.pk]


def test_a_box_across_the_date_line_holds_both_sides(client: Client) -> None:
    sides = [make_camera(lon, 10).pk for lon in (179.9, -179.9)]
    make_camera(0, 10)
    assert sorted(listed(client, bbox="179,0,-179,20")) == sides


def test_filters_narrow_it_and_say_so(client: Client) -> None:
    dome = make_camera(kind=Kind.DOME)
    make_camera(kind=Kind.FIXED)
    text = text_of(client, kind="dome")
    assert numbers_in(text) == [dome.pk]
    assert "1 camera</strong> that fit your filters" in text


def test_a_camera_is_told_in_words(client: Client) -> None:
    make_camera(
        kind=Kind.PANNING,
        state=State.CONFIRMED,
        face_recognition=Answer.YES,
        plate_reading=Answer.YES,
        last_seen_on=date(2020, 5, 17),
    )
    text = text_of(client)
    for words in (
        "Panning camera",
        "Not seen for long",
        "recognises faces",
        "reads number plates",
        "17 May 2020",
        'href="/#18/60.17000/24.94000"',
    ):
        assert words in text


def test_a_camera_is_told_by_its_street(client: Client) -> None:
    make_street("Harbour Front")
    make_camera()
    assert "Fixed camera, Harbour Front" in text_of(client)


def test_private_homes_are_counted_and_never_listed(client: Client) -> None:
    home = make_home_camera()
    text = text_of(client)
    assert numbers_in(text) == []
    assert "and 1 at private homes" in text
    assert "1 camera in the square around" in text
    assert f"no. {home.pk}" not in text


def test_nothing_logged_is_not_called_nothing_there(client: Client) -> None:
    text = text_of(client, bbox="0,0,1,1")
    assert "Nobody has logged a camera in this part of the map yet." in text
    assert "That does not mean there are none." in text


def test_nothing_that_fits_offers_to_take_the_filters_off(client: Client) -> None:
    make_camera()
    text = text_of(client, bbox="24,60,25,61", kind="doorbell")
    assert "No camera here fits these filters." in text
    assert 'href="/cameras/?bbox=24,60,25,61&amp;sort=-seen"' in text


def test_leafing_through_pages_shows_each_camera_once(client: Client) -> None:
    made = [make_camera().pk for _ in range(limits.LIST_PAGE_ROWS + 3)]
    first = text_of(client)
    found = re.search(r'href="([^"]+)" data-part>Next cameras', first)
    assert found
    second = client.get(found[1].replace("&amp;", "&")).content.decode()
    assert "Back to the first" in second
    assert "Next cameras" not in second
    assert sorted(numbers_in(first) + numbers_in(second)) == made


def test_the_order_in_use_can_be_turned(client: Client) -> None:
    text = text_of(client, sort="kind", bbox="24,60,25,61")
    assert 'href="/cameras/?bbox=24,60,25,61&amp;sort=-seen"' not in text
    make_camera()
    text = text_of(client, sort="kind", bbox="24,60,25,61")
    assert 'href="/cameras/?bbox=24,60,25,61&amp;sort=-kind" data-part aria-current="true"' in text


def test_the_part_for_the_map_has_no_page_around_it(client: Client) -> None:
    camera = make_camera()
    text = text_of(client, part="list")
    assert numbers_in(text) == [camera.pk]
    assert "<html" not in text


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"bbox": "1,2,3"}, "four numbers"),
        ({"bbox": "nan,0,1,1"}, "finite"),
        ({"bbox": "0,5,1,1"}, "south"),
        ({"kind": "toaster"}, "toaster"),
        ({"sort": "beauty"}, "beauty"),
        ({"after": "x"}, "not one we handed out"),
    ],
    ids=str,
)
def test_a_bad_address_is_refused_in_words(
    client: Client, query: dict[str, str], reason: str
) -> None:
    answer = client.get("/cameras/", query)
    assert answer.status_code == 400
    assert "This list cannot be shown" in answer.content.decode()
    assert reason in answer.content.decode()


def test_what_was_asked_comes_back_harmless(client: Client) -> None:
    answer = client.get("/cameras/", {"sort": "<script>"})
    assert "<script>" not in answer.content.decode().split("</head>")[1]


@pytest.mark.parametrize("cameras", [1, 50])
def test_it_costs_the_same_however_many_cameras(
    client: Client, cameras: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(cameras):
        make_camera()
    text_of(client, bbox="1,1,2,2")
    with django_assert_num_queries(4):
        text_of(client, bbox="24,60,25,61")
