"""The card of a camera: opened by hand or by keyboard, in words, and closed again."""

import re
from collections import Counter

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visits

# The card has everything once it says whom the belief rests on.
WHO_SAYS = re.compile(r"^[A-Z]\w+: .+ in \w+ 20\d\d")


def open_first_of_list(page: Page) -> None:
    page.goto("/")
    page.locator(".camera-list a[data-id]").first.focus()
    page.keyboard.press("Enter")


def test_the_list_opens_a_card_and_focus_goes_there_and_back(page: Page) -> None:
    open_first_of_list(page)
    heading = page.locator("#camera-card-title")
    expect(heading).to_be_focused()
    expect(page.locator("camera-card [data-belief]")).to_have_text(WHO_SAYS)
    for words in ("Run by", "Facing", "Face recognition", "Plate reading"):
        expect(page.locator("camera-card dt", has_text=words)).to_be_visible()
    page.keyboard.press("Escape")
    expect(heading).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_the_card_leads_to_the_page_of_its_camera(page: Page) -> None:
    open_first_of_list(page)
    page.get_by_role("link", name="All about this camera").click()
    expect(page).to_have_url(re.compile(r"/cameras/\d+/$"))


def test_a_tap_on_a_symbol_opens_its_card(visits: Visits) -> None:
    page = visits.page()
    open_first_of_list(page)
    expect(page.locator("camera-card [data-belief]")).to_have_text(WHO_SAYS)
    expect(page).to_have_url(re.compile("#18/"))
    page.keyboard.press("Escape")
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2 + 8, box["y"] + box["height"] / 2 + 8)
    expect(page.locator("#camera-card-title")).to_be_visible()


def test_a_tap_beside_everything_closes_the_card(page: Page) -> None:
    page.goto("/#15/46.9/-28.2")
    expect(page.locator("[data-list-total]")).to_have_text("(0)")
    page.locator("#map").click(position={"x": 300, "y": 300})
    expect(page.locator("#camera-card-title")).to_be_hidden()


def test_on_the_phone_the_card_does_not_lie_on_its_camera(visits: Visits) -> None:
    page = visits.page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/")
    page.get_by_role("button", name=re.compile("List")).click()
    page.locator(".camera-list a[data-id]").first.click()
    expect(page.locator("camera-card [data-belief]")).to_have_text(WHO_SAYS)
    page.wait_for_timeout(600)  # the map glides
    card = page.locator("camera-card section").bounding_box()
    frame = page.locator("#map").bounding_box()
    assert card
    assert frame
    assert card["height"] <= frame["height"] / 2 + 1  # a pixel is cut
    page.touchscreen.tap(frame["x"] + frame["width"] / 2, frame["y"] + (card["y"] - frame["y"]) / 2)
    expect(page.locator("#camera-card-title")).to_be_visible()


def test_cameras_on_one_spot_are_all_offered(page: Page) -> None:
    """At zoom 16 two cameras on one pole lie under one fingertip."""
    items = page.request.get("/api/collections/cameras/items?limit=1000").json()["features"]
    spots = Counter(tuple(round(x, 5) for x in item["geometry"]["coordinates"]) for item in items)
    (lon, lat), together = spots.most_common(1)[0]
    assert together > 1
    page.goto(f"/#16/{lat}/{lon}")
    expect(page.locator(".camera-list > li").first).to_be_visible()
    page.wait_for_timeout(500)  # the symbols are drawn when their tile is here
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#camera-card-title")).to_have_text(re.compile(r"\d cameras on this spot"))
    page.locator(".camera-card__choices button").last.click()
    expect(page.get_by_role("link", name="All about this camera")).to_be_visible()
