"""How watched a walk is: drawn or read from a file, worked out on the device, and never sent."""

import re
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import Page, Request, expect

from mapper.coverage.drawn_views import DrawnView
from mapper.tiles.encoding import encode_tile
from mapper.tiles.tile import Tile
from mapper.tiles.view_layer import crowd_layer, view_layer
from mapper.vocabulary import Detail
from tests.browser.conftest import NARROW, PHONE, Visits

SAN_FRANCISCO = "gpx-san-francisco/sf_30km_h.gpx"
WEST, EAST, LAT = -28.003, -28.001, 46.9965
GPX = f"""<?xml version="1.0"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><trk><trkseg>
<trkpt lat="{LAT}" lon="{WEST}"/><trkpt lat="{LAT}" lon="{EAST}"/>
</trkseg></trk></gpx>"""
HALF = shapely.box(WEST - 0.001, LAT - 0.0002, (WEST + EAST) / 2, LAT + 0.0002)
QUARTER = shapely.box(WEST + 0.0015, LAT - 0.0002, EAST + 0.001, LAT + 0.0002)
VIEWS = [
    DrawnView(3, HALF, Detail.OBSERVE, 1.0, assumed=False, by="public"),
    DrawnView(4, QUARTER, Detail.OBSERVE, 0.5, assumed=True, by="unknown"),
    DrawnView(4, QUARTER, Detail.RECOGNISE, 0.5, assumed=True, by="unknown"),
]


@pytest.fixture
def page(visits: Visits) -> Page:
    """A page whose tiles no worker brings, so that a test can."""
    return visits.page(service_workers="block")


def with_views(page: Page, rows: list[DrawnView]) -> None:
    """Let the page see these views and no others."""

    def answer(route) -> None:
        z, x, y = map(int, re.findall(r"/views/(\d+)/(\d+)/(\d+)", route.request.url)[0])
        body = encode_tile([view_layer(rows, Tile(z, x, y))])
        route.fulfill(body=body, content_type="application/vnd.mapbox-vector-tile")

    page.route("**/tiles/views/**", answer)


def choose(page: Page, text: str) -> None:
    """Open a GPX file with this text."""
    file = {"name": "walk.gpx", "mimeType": "application/gpx+xml", "buffer": text.encode()}
    page.locator("walk-file input").set_input_files(file)


def cells(page: Page, row: str) -> list[str]:
    """Least, likely and most of one row, in words."""
    return [
        text.replace("\xa0", " ") for text in page.locator(f"[data-row={row}] td").all_inner_texts()
    ]


def test_a_file_is_told_in_metres_minutes_and_cameras(page: Page) -> None:
    with_views(page, VIEWS)
    page.goto("/walk/")
    choose(page, GPX)
    said = page.locator(".walk-answer__said")
    expect(said).to_contain_text("Your walk is 150 m long, about 2 minutes at 5 km/h.")
    expect(said).to_contain_text("at least 76 m, at most 110 m")
    assert cells(page, "observe") == ["76 m", "95 m", "110 m"]
    assert cells(page, "recognise") == ["0 m", "19 m", "38 m"]
    assert cells(page, "public") == ["76 m", "76 m", "76 m"]
    assert cells(page, "unknown") == ["0 m", "19 m", "38 m"]
    seen = page.locator("[data-cameras] li")
    expect(seen).to_have_count(2)
    expect(seen.first.get_by_role("link")).to_have_attribute("href", "/cameras/3/")
    expect(seen.last).to_contain_text("if it looks that way, which nobody has said")
    expect(page.locator("[data-unlooked]")).to_contain_text(
        re.compile("obody has looked|omebody has")
    )
    expect(page.locator(".walk__line--seen")).not_to_have_count(0)


def test_a_walk_is_drawn_by_finger_and_taken_back(visits: Visits) -> None:
    page = visits.page(viewport=PHONE, has_touch=True, is_mobile=True, service_workers="block")
    with_views(page, [])
    page.goto("/walk/")
    frame = page.locator(".walk-map__frame")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box
    for share in (0.3, 0.7):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] * share)
        page.wait_for_timeout(400)  # or it would be a double tap, which zooms
    expect(page.locator(".walk-answer__said")).to_contain_text(
        "No camera on this map has any of it in view."
    )
    page.get_by_role("button", name="Take the last point back").tap()
    expect(page.get_by_text("Tap the map where your walk begins")).to_be_visible()


def test_a_walk_is_drawn_with_the_keyboard(page: Page) -> None:
    with_views(page, VIEWS)
    page.goto("/walk/")
    add = page.get_by_role("button", name="Add the middle of the map")
    add.press("Enter")
    page.locator("#walk-map").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    add.press("Enter")
    expect(page.locator(".walk-answer__said")).to_contain_text("Your walk is")
    page.get_by_role("button", name="Begin anew").press("Enter")
    expect(page.locator(".walk-answer__said")).to_be_empty()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not a file of that kind", "cannot be read as GPX"),
        ("<gpx", "cannot be read as GPX"),
        (GPX.removesuffix("</gpx>"), "cannot be read as GPX"),
        ("<html></html>", "cannot be read as GPX"),
        ("<gpx></gpx>", "holds no track"),
        (
            '<gpx><rte><rtept lat="95" lon="1"/><rtept lat="x" lon="1"/></rte></gpx>',
            "holds no track",
        ),
    ],
)
def test_a_broken_file_is_refused_in_words(page: Page, text: str, said: str) -> None:
    page.goto("/walk/")
    choose(page, text)
    expect(page.get_by_role("alert")).to_contain_text(said)


def test_nothing_of_a_walk_is_sent_but_questions_for_the_map_around_it(page: Page) -> None:
    sent: list[Request] = []
    page.goto("/walk/")
    page.wait_for_timeout(800)
    page.on("request", lambda request: sent.extend([request]))
    choose(page, GPX)
    expect(page.locator(".walk-answer__said")).to_contain_text("Your walk is")
    assert {request.method for request in sent} == {"GET"}
    assert [request.url for request in sent if not re.search(r"/tiles/\w+/\d+/", request.url)] == []
    assert [request.url for request in sent if re.search(r"46\.99|28\.00", request.url)] == []


def test_a_walk_without_a_connection_says_so(page: Page, visits: Visits) -> None:
    page.goto("/walk/")
    page.wait_for_timeout(500)
    page.route("**/tiles/**", lambda route: route.abort())
    choose(page, GPX)
    expect(page.locator(".walk-answer__said")).to_contain_text("could not be fetched")
    visits.forgive_lost_requests()


def test_where_many_cameras_stand_smaller_tiles_are_asked_for(page: Page) -> None:
    with_views(page, VIEWS)
    crowd = encode_tile([crowd_layer()])
    page.route("**/tiles/views/16/**", lambda route: route.fulfill(body=crowd))
    page.goto("/walk/")
    choose(page, GPX)
    expect(page.locator(".walk-answer__said")).to_contain_text("at least 76 m, at most 110 m")


def test_a_real_track_is_read(page: Page, shared_data: Path) -> None:
    page.goto("/walk/")
    page.locator("walk-file input").set_input_files(shared_data / SAN_FRANCISCO)
    expect(page.locator(".walk-answer__said")).to_contain_text(
        re.compile(r"Your walk is \d+\sm long")
    )


def test_nothing_is_wider_than_a_small_phone(visits: Visits) -> None:
    page = visits.page(viewport=NARROW, service_workers="block")
    with_views(page, VIEWS)
    page.goto("/walk/")
    choose(page, GPX)
    expect(page.locator("[data-cameras] li")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
