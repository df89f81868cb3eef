"""The search: a street by keyboard, and what it says when nothing is called so."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visits


def figures_of_old_harbour(page: Page) -> None:
    """Let the search tell of figures, whether or not they were worked out on this site."""

    def answer(route: Route) -> None:
        told = route.fetch()
        found = told.json()
        for one in found["results"]:
            if one["what"] == "place":
                one["figures"] = "/places/demo-old-harbour/"
        route.fulfill(response=told, json=found)

    page.route("**/api/search?*", answer)


def test_a_street_is_found_by_keyboard(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox")
    box.fill("harbour")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Harbour")
    before = page.url
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page).not_to_have_url(before)
    expect(page.locator("map-notice")).to_contain_text("The map shows Harbour")


def test_what_is_not_found_is_said(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill("zzzz")
    expect(page.locator(".place-search__status")).to_have_text("Nothing here is called “zzzz”.")


def test_escape_closes_the_answers_and_then_empties_the_box(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox")
    box.fill("har")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Escape")
    expect(box).to_have_value("")


def test_a_place_leads_to_its_figures_by_keyboard(page: Page) -> None:
    figures_of_old_harbour(page)
    page.goto("/")
    box = page.get_by_role("combobox")
    box.fill("old harbour")
    link = page.get_by_role("link", name="Figures of Old Harbour")
    expect(link).to_be_visible()
    for _ in range(5):
        page.keyboard.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    expect(link).to_be_hidden()
    box.press("ArrowDown")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Old Harbour")


def test_a_link_stands_beside_its_row_on_a_phone(phone: Page) -> None:
    figures_of_old_harbour(phone)
    phone.goto("/")
    phone.get_by_role("combobox").fill("old harbour")
    link = phone.get_by_role("link", name="Figures of Old Harbour")
    row = phone.get_by_role("option").filter(has_text="place")
    beside, answer = link.bounding_box(), row.bounding_box()
    assert beside
    assert answer
    assert beside["y"] == answer["y"]
    assert beside["height"] == answer["height"] >= 44
    assert beside["x"] >= answer["x"] + answer["width"]


def test_without_script_it_is_an_ordinary_form(visits: Visits) -> None:
    page = visits.page(java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Find a street or a place").fill("harbour")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=harbour"))
