"""The list beside the map holds exactly what the map shows."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits


def test_list_and_map_hold_the_same(page: Page) -> None:
    page.goto("/#17/46.99650/-28.00250")
    total = page.locator(".camera-list__total")
    expect(total).to_be_visible()
    listed = int(total.get_attribute("data-total") or "-1")
    expect(page.locator("[data-list-total]")).to_have_text(f"({listed})")
    assert page.locator(".camera-list > li").count() == listed > 0


def test_it_follows_the_map(page: Page) -> None:
    page.goto("/#15/46.9995/-27.9995")
    before = page.locator(".camera-list__total").inner_text()
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(".camera-list__total")).not_to_have_text(before)


def test_it_can_be_sorted_without_leaving_the_map(page: Page) -> None:
    page.goto("/")
    page.locator(".camera-list__orders a", has_text="Kind").click()
    expect(page.locator(".camera-list__orders a[aria-current]")).to_have_text(re.compile("Kind"))
    names = page.locator(".camera-list > li p:first-child a").all_inner_texts()
    assert names[0].startswith("Dome camera")
    expect(page).to_have_url(re.compile(r"/#"))


def test_where_nobody_looked_it_says_so(page: Page) -> None:
    page.goto("/#15/10/10")
    listed = page.locator(".camera-list__none")
    expect(listed).to_contain_text("That does not mean there are none.")


def test_on_the_phone_it_is_a_sheet_that_escape_closes(visits: Visits) -> None:
    page = visits.page(viewport={"width": 320, "height": 640}, has_touch=True)
    page.goto("/")
    button = page.get_by_role("button", name=re.compile("List"))
    button.click()
    expect(page.locator(".camera-list li").first).to_be_visible()
    page.locator("#panel-list a").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator("#panel-list")).to_be_hidden()
    expect(button).to_be_focused()
