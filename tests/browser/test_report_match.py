"""Being asked which camera on the map a report is of, by the plain form, without script."""

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, NARROW, PHONE
from tests.browser.test_every_page import faults

CAMERA = "/api/cameras/5"
QUESTION = "Is it one of these?"


def report_at_camera(page):
    """Log a camera where one stands already, seen by somebody who does not know that."""
    lon, lat = page.request.get(CAMERA).json()["location"]["coordinates"]
    page.goto(f"/report/?lat={lat}&lon={lon}")
    page.get_by_label("Wall").check()
    page.get_by_role("button", name="Put it on the map").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(QUESTION)


@pytest.fixture
def page(visits):
    """A phone without script."""
    return visits.page(viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=False)


def test_one_tap_turns_a_report_into_a_confirmation(page):
    report_at_camera(page)
    choice = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Camera 5 "))
    expect(choice).to_contain_text("0 m apart")
    choice.get_by_role("button", name="Yes, this one").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you saw is on record.")
    expect(page.get_by_role("link", name="camera 5")).to_be_visible()


def test_another_one_is_logged_beside_it_by_keyboard(page):
    report_at_camera(page)
    page.get_by_role("button", name="No, it is another").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("It is on the map, unconfirmed.")


def test_going_back_loses_nothing(page):
    report_at_camera(page)
    page.get_by_role("button", name="Back to my answers").click()
    expect(page.get_by_label("Wall")).to_be_checked()
    expect(page.locator("#id_latitude")).not_to_have_value("")


def test_the_picture_shows_each_candidate_with_its_letter(page):
    report_at_camera(page)
    letters = page.locator(".match-question__badge").all_text_contents()
    picture = page.get_by_role("img", name="Your position is in the middle")
    expect(picture).to_be_visible()
    assert page.locator(".match-question__word").all_text_contents() == letters
    for letter in letters:
        expect(page.get_by_role("button", name=f"Yes, this one ({letter})")).to_be_visible()


def test_axe_finds_nothing_and_nothing_scrolls_sideways(visits):
    page = visits.page(viewport=NARROW, reduced_motion="reduce")
    lon, lat = page.request.get(CAMERA).json()["location"]["coordinates"]
    page.goto(f"/report/?lat={lat}&lon={lon}")
    # Sent as a browser without script would; axe itself needs script.
    page.locator(".report-form").evaluate("form => form.submit()")
    expect(page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    for viewport, scheme in product((NARROW, PHONE, DESK), ("light", "dark")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
