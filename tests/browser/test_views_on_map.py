"""What cameras see, on the map: off until it is asked for, then in the address, and in words."""

import re

import numpy as np
import pytest
import shapely
from playwright.sync_api import Page, expect

from mapper.tiles.coverage_layer import coverage_layer
from mapper.tiles.coverage_rows import Known, WatchedStreets
from mapper.tiles.cut_lines import Pieces, metres_of
from mapper.tiles.encoding import encode_tile
from mapper.tiles.view_layer import crowd_layer
from tests.browser.conftest import Visits
from tests.tiles.test_camera_layers import tile_at

TOWN = "/#17/46.99650/-28.00250"
FAR = "/#11/46.99650/-28.00250"


def switch(page: Page) -> None:
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("checkbox", name="What cameras see").click()


def test_nothing_of_it_is_fetched_before_it_is_asked_for(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(TOWN)
    expect(page.locator(".camera-list li").first).to_be_visible()
    page.wait_for_timeout(500)
    assert not [
        url for url in asked if re.search("seen-layers|coverage|view-layer|tiles/views", url)
    ]
    with page.expect_response(re.compile("/tiles/coverage/16/")):
        switch(page)


def test_it_stands_in_the_address_and_outlives_a_reload(page: Page) -> None:
    page.goto(TOWN)
    switch(page)
    expect(page).to_have_url(re.compile(r"#17/46\.99650/-28\.00250/views$"))
    expect(page.locator(".leaflet-coverage-pane canvas").first).to_be_attached()
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile(r"#18/.*/views$"))
    page.reload()
    expect(page.locator(".leaflet-coverage-pane canvas").first).to_be_attached()
    switch(page)
    expect(page.locator(".leaflet-coverage-pane canvas")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("views"))


def test_an_address_that_is_pasted_is_followed(page: Page) -> None:
    page.goto(TOWN)
    expect(page.locator(".camera-list li").first).to_be_visible()
    page.evaluate("location.hash = '#16/46.99650/-28.00250/views'")
    expect(page.locator(".leaflet-coverage-pane canvas").first).to_be_attached()
    expect(page).to_have_url(re.compile("#16/.*/views$"))


def test_from_far_it_says_to_come_nearer(page: Page) -> None:
    page.goto(f"{FAR}/views")
    page.get_by_role("button", name="Layers").click()
    expect(page.get_by_role("status").filter(has_text="Come nearer")).not_to_have_count(0)


def test_the_key_stands_there_while_there_is_something_to_read_with_it(page: Page) -> None:
    page.goto(TOWN)
    page.get_by_role("button", name="Layers").click()
    key = page.get_by_text("Nobody has looked here: there may be cameras")
    expect(key).to_be_hidden()
    page.get_by_role("checkbox", name="What cameras see").check()
    expect(key).to_be_visible()


def known(**told: int) -> bytes:
    """The tile that holds one street, of which this is known."""
    line = np.array([shapely.LineString([(-28.01, 46.9965), (-27.99, 46.9965)])], dtype=object)
    pieces = Pieces(np.array([0]), np.array([0.0]), metres_of(line))
    columns = {name: np.array([told.get(name, 0)], dtype=np.uint8) for name in Known._fields}
    streets = WatchedStreets(line, pieces, Known(**columns))
    return encode_tile([coverage_layer(streets, tile_at(-28.0, 46.9965, 16))])


def with_tiles(visits: Visits, name: str, content: bytes) -> Page:
    """A page for which every tile of a layer is this one."""
    page = visits.page(service_workers="block")
    page.route(f"**/tiles/{name}/**", lambda route: route.fulfill(body=content))
    return page


def test_where_nothing_was_computed_it_says_so_once(visits: Visits) -> None:
    page = with_tiles(visits, "coverage", known())
    page.goto(f"{TOWN}/views")
    words = "Nobody has worked out yet which streets are in view here."
    notice = page.locator("map-notice")
    expect(notice).to_contain_text(words)
    notice.get_by_role("button", name="Hide this message").click()
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(1_000)
    expect(notice.get_by_role("status")).to_be_hidden()
    page.get_by_role("button", name="Layers").click()
    expect(page.locator("views-switch")).to_contain_text(words)


def test_where_too_many_cameras_stand_it_says_to_come_nearer(visits: Visits) -> None:
    page = with_tiles(visits, "views", encode_tile([crowd_layer()]))
    page.route("**/tiles/coverage/**", lambda route: route.fulfill(body=known(computed=1)))
    page.goto(f"{TOWN}/views")
    expect(page.locator("map-notice")).to_contain_text("Too many cameras stand here")


STRETCHES = [
    ({"seen": 1, "possible": 2}, "is in view of at least 1 camera; it may be in view of more."),
    (
        {"seen": 3, "possible": 3, "faces": 1},
        "is in view of 3 cameras or more. A camera there may show a face",
    ),
    ({"possible": 1}, "may be in view: nobody knows which way the camera looks"),
    ({"looked": 1}, "Somebody looked along this stretch of street, and no known camera"),
    ({}, "Nobody has looked along this stretch of street: there may be cameras"),
]


def tap_the_street(page: Page, *, beside: int = 0) -> None:
    """Tap the middle of the map, through which the street of `known` runs."""
    expect(page.locator(".leaflet-coverage-pane canvas[data-computed='1']").first).to_be_attached()
    page.wait_for_timeout(500)  # tiles count once they have faded in
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + beside)


@pytest.mark.parametrize(("told", "words"), STRETCHES)
def test_a_tap_on_a_stretch_says_what_it_is(
    visits: Visits, told: dict[str, int], words: str
) -> None:
    page = with_tiles(visits, "coverage", known(computed=1, **told))
    page.route("**/tiles/cameras/**", lambda route: route.fulfill(body=b""))
    page.goto(f"{TOWN}/views")
    said = page.locator("map-notice").get_by_role("status")
    tap_the_street(page, beside=9)
    expect(said).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()
    tap_the_street(page, beside=40)
    expect(said).to_be_hidden()


def test_a_camera_wins_over_its_street(visits: Visits) -> None:
    page = with_tiles(visits, "coverage", known(computed=1, seen=1, possible=1))
    item = page.request.get("/api/collections/cameras/items?limit=1").json()["features"][0]
    lon, lat = item["geometry"]["coordinates"]
    page.goto(f"/#18/{lat}/{lon}/views")
    expect(page.locator(".camera-list li").first).to_be_visible()
    tap_the_street(page)
    expect(page.locator("#camera-card-title")).to_be_visible()
    expect(page.locator("map-notice")).not_to_contain_text("stretch of street")


@pytest.mark.parametrize("told", [{"seen": 2, "possible": 3}, {"possible": 1}, {"looked": 1}, {}])
def test_each_kind_of_stretch_is_drawn(visits: Visits, told: dict[str, int]) -> None:
    page = with_tiles(visits, "coverage", known(computed=1, **told))
    page.goto(f"{TOWN}/views")
    page.get_by_role("button", name="Layers").click()
    expect(page.locator("views-switch")).to_contain_text("Each line along a street is a camera")
    assert page.locator(".leaflet-coverage-pane canvas").first.evaluate(
        """canvas => new Uint32Array(
          canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer
        ).some(Boolean)"""
    )
