"""The pages about the site, as somebody finds them."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("link", "heading"),
    [
        ("How to read the map", "About Mapper"),
        ("Data and licences", "Data and licences"),
        ("Privacy", "Privacy"),
    ],
)
def test_the_foot_of_every_page_leads_there(phone, link, heading):
    phone.goto("/search/")
    phone.get_by_role("contentinfo").get_by_role("link", name=link).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(heading)


def test_the_invented_town_is_named_as_invented(page):
    page.goto("/about/data/")
    expect(page.get_by_text("invented", exact=False).first).to_be_visible()


def test_a_camera_page_leads_to_the_rule_behind_its_state(page):
    page.goto("/cameras/3/")
    page.get_by_role("link", name="How states are decided").click()
    expect(page.locator("#states")).to_be_in_viewport()
