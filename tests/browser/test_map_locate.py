"""Locate me: shown when allowed, said in words when not."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visits


def test_the_map_goes_where_the_reader_is(visits: Visits) -> None:
    page = visits.page(
        geolocation={"latitude": 47.0, "longitude": -28.0, "accuracy": 12},
        permissions=["geolocation"],
    )
    page.goto("/#5/10/10")
    page.get_by_role("button", name="Show where I am").click()
    expect(page.locator("map-notice")).to_contain_text("You are here, to within 12 metres.")
    expect(page).to_have_url(re.compile(r"#17/47\.000\d+/-28\.000\d+|#17/46\.999\d+/-27\.999\d+"))


def test_a_refusal_is_answered_with_what_to_do_instead(visits: Visits) -> None:
    page = visits.page(permissions=[])
    page.goto("/")
    page.get_by_role("button", name="Show where I am").click()
    expect(page.locator("map-notice")).to_contain_text("search for a street")
    page.get_by_role("button", name="Hide this message").click()
    expect(page.locator("map-notice > div")).to_be_hidden()
