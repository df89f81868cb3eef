"""Logging a camera with the plain form, without script: by typing, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW

LATITUDE, LONGITUDE = "#id_latitude", "#id_longitude"


@pytest.fixture
def page(visits):
    """A page without script."""
    return visits.page(java_script_enabled=False)


def send(page):
    page.get_by_role("button", name="Put it on the map").click()


def test_typing_a_position_logs_a_camera(page):
    page.goto("/report/")
    page.get_by_label("Or both in one").fill("46.9991, -28.0012")
    page.get_by_label("Dome camera").check()
    page.get_by_role("checkbox", name="North-east").check()
    page.get_by_label("Wall").check()
    send(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("on the map")


def test_what_is_unfit_is_summed_up_and_linked_and_nothing_is_lost(page):
    page.goto("/report/")
    page.get_by_label("Latitude").fill("120")
    page.get_by_label("Longitude").fill("47")
    page.get_by_label("Pole").check()
    send(page)
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("Perhaps latitude and longitude are swapped?")
    expect(problems).to_be_focused()
    expect(page.locator(LATITUDE)).to_have_value("120")
    expect(page.get_by_label("Pole")).to_be_checked()
    problems.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("#id_latitude$"))


def test_how_somebody_knows_is_asked_only_where_she_knows(page):
    page.goto("/report/")
    question = page.get_by_role("group", name="How do you know who runs it?")
    expect(question).to_be_hidden()
    page.get_by_label("Police").check()
    expect(question).to_be_visible()


def test_a_camera_at_a_private_home_is_only_counted(page):
    page.goto("/report/?lat=46.9981&lon=-28.0032")
    page.get_by_label("Private home").check()
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. It is counted.")


def test_a_known_camera_can_be_told_of_by_keyboard_alone(page):
    page.goto("/report/?camera=3")
    page.get_by_label("Still there").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("on record")


def test_on_the_smallest_screen_every_answer_stays_in_its_card(visits):
    page = visits.page(viewport=NARROW, java_script_enabled=False)
    page.goto("/report/")
    for choice in page.locator(".report-form .choice").all():
        if choice.is_visible():
            assert choice.bounding_box()["x"] + choice.bounding_box()["width"] <= NARROW["width"]
