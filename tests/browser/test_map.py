"""The map: it begins in the town, moves by keyboard, and its address can be shared."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visits

TOWN = "/#16/46.99650/-28.00000"


def zoom_of(page: Page) -> int:
    found = re.search(r"#(\d+)/", page.url)
    assert found
    return int(found[1])


def drawn_pixels(page: Page) -> int:
    """How many pixels of the camera canvas are not empty."""
    count: int = page.eval_on_selector(
        "canvas.camera-layer",
        """canvas => {
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return pixels.data.filter((value, at) => at % 4 === 3 && value > 0).length;
        }""",
    )
    return count


def test_it_begins_where_single_cameras_are_seen(page: Page) -> None:
    page.goto("/")
    expect(page.locator("[data-list-total]")).to_have_text(re.compile(r"\([\d,]+\)"))
    assert zoom_of(page) >= 15
    assert drawn_pixels(page) > 1_000
    expect(page.get_by_text("This town is invented.")).to_be_visible()


def test_the_position_stands_only_after_the_hash(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(TOWN)
    expect(page.locator("[data-list-total]")).not_to_be_empty()
    page.keyboard.press("Tab")
    assert "46.99650/-28.00000" in page.url.partition("#")[2]
    assert not [url for url in asked if "46.99650/" in url.partition("#")[0]]


def test_a_shared_address_shows_the_same_view(page: Page, visits: Visits) -> None:
    page.goto(f"/?kind=dome{TOWN[1:]}")
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile("#17/"))
    other = visits.page()
    other.goto(page.url)
    expect(other.locator("[data-list-total]")).not_to_be_empty()
    assert other.url == page.url
    assert other.locator("[data-list-total]").inner_text() == (
        page.locator("[data-list-total]").inner_text()
    )


def test_the_keyboard_moves_and_zooms(page: Page) -> None:
    page.goto(TOWN)
    page.locator("#map").focus()
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("#17/"))
    before = page.url
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(before)


def test_a_number_leads_closer(page: Page) -> None:
    page.goto("/#5/46.99900/-28.00000")
    expect(page.locator("[data-list-total]")).not_to_be_empty()
    page.wait_for_timeout(500)  # the counts are drawn when their tile is here
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile("#7/"))


def test_the_note_on_the_invented_town_leaves_with_the_town(page: Page) -> None:
    page.goto("/#15/60.17/24.94")
    expect(page.get_by_text("This town is invented.")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ground_follows_light_and_dark(visits: Visits, scheme: str) -> None:
    page = visits.page(color_scheme=scheme)
    page.goto("/#15/46.9995/-27.9995")
    canvas = page.locator(".leaflet-tile-pane canvas.leaflet-tile-loaded").first
    canvas.wait_for()
    brightness = canvas.evaluate(
        """canvas => {
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const isPainted = (at) => at % 4 === 1 && pixels.data[at + 2] === 255;
          const greens = pixels.data.filter((value, at) => isPainted(at));
          return greens.reduce((sum, value) => sum + value, 0) / greens.length;
        }"""
    )
    assert (brightness < 128) == (scheme == "dark")


def test_targets_are_large_enough_for_a_thumb(visits: Visits) -> None:
    page = visits.page(viewport=PHONE, has_touch=True)
    page.goto("/")
    for button in page.locator(".map-buttons button, .map-panels__buttons button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_without_script_there_are_the_list_the_filters_and_the_legend(visits: Visits) -> None:
    page = visits.page(java_script_enabled=False)
    page.goto("/")
    expect(page.get_by_text("The map is drawn by script")).to_be_visible()
    page.get_by_label("Dome camera").check()
    page.get_by_role("button", name="Show the list").click()
    expect(page.locator(".camera-list li").first).to_contain_text("Dome camera")
    assert page.url.endswith("/cameras/?kind=dome")
