"""What somebody sees when something went wrong, and where she can go from there."""

import re

from playwright.sync_api import expect


def test_an_unknown_address_leads_on(page):
    page.goto("/cameras/987654321/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
    page.get_by_role("link", name="See the list of cameras").click()
    expect(page).to_have_url(re.compile("/cameras/$"))


def test_a_form_whose_cookie_is_gone_says_what_to_do(visits):
    page = visits.page(java_script_enabled=False)
    page.goto("/report/?lat=46.9991&lon=-28.0012")
    page.context.clear_cookies()
    page.get_by_role("button", name="Put it on the map").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please send that again")
    page.get_by_role("link", name="Open the form afresh").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log a camera")
