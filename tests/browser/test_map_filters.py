"""The filters: counted by the server, shown as chips, kept in the address, taken off again."""

import re

from playwright.sync_api import Page, expect


def test_a_filter_narrows_map_list_and_address(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name=re.compile("Filters")).click()
    dome = page.locator("label", has_text="Dome camera")
    expect(dome.locator("[data-count]")).to_have_text(re.compile(r"\d"))
    count = dome.locator("[data-count]").inner_text()
    dome.click()
    expect(page).to_have_url(re.compile(r"\?kind=dome#"))
    expect(page.locator("[data-list-total]")).to_have_text(f"({count})")
    page.get_by_role("button", name=re.compile("List")).click()
    expect(page.locator(".camera-list__total")).to_contain_text(f"{count} cameras")


def test_a_chip_takes_its_filter_off(page: Page) -> None:
    page.goto("/?kind=dome&state=confirmed")
    page.get_by_role("button", name="Remove the filter Kind: Dome camera").click()
    expect(page).to_have_url(re.compile(r"\?state=confirmed#"))
    page.get_by_role("button", name="Clear all", exact=True).click()
    expect(page).to_have_url(re.compile(r"/#"))
    expect(page.locator(".chip")).to_have_count(0)


def test_where_nothing_fits_the_list_offers_to_take_the_filters_off(page: Page) -> None:
    page.goto("/?kind=doorbell&state=gone")
    page.get_by_role("link", name="Show all cameras").click()
    expect(page.locator(".camera-list li").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/#"))
