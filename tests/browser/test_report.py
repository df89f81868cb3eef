"""Logging a camera with the form, as somebody does it: by pointing, by typing, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW

LATITUDE, LONGITUDE = "#id_latitude", "#id_longitude"


def send(page):
    page.get_by_role("button", name="Put it on the map").click()


def test_typing_a_position_logs_a_camera(page):
    page.goto("/report/")
    page.get_by_label("Or both in one").fill("46.9991, -28.0012")
    page.get_by_label("Dome camera").check()
    page.get_by_label("North-east").check()
    page.get_by_label("Wall").check()
    send(page)
    expect(page.get_by_role("status")).to_contain_text("on the map now, as unconfirmed")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dome camera")
    expect(page.get_by_text("North-east (45°)")).to_be_visible()
    page.get_by_role("link", name="Log another here").click()
    expect(page.locator(LATITUDE)).to_have_value("46.999100")


def test_pointing_at_the_map_fills_in_the_position(page):
    page.goto("/report/?lat=46.9991&lon=-28.0012")
    small_map = page.locator("position-picker .leaflet-container")
    expect(small_map).to_be_visible()
    expect(page.locator(LATITUDE)).to_have_value("46.9991")
    small_map.click(position={"x": 60, "y": 60})
    expect(page.locator(LATITUDE)).not_to_have_value("46.9991")
    assert float(page.locator(LATITUDE).input_value()) > 46.9991
    assert float(page.locator(LONGITUDE).input_value()) < -28.0012
    expect(page.locator("position-picker [role=status]")).to_contain_text("Taken: 46.999")


def test_the_arrow_keys_move_the_map_under_the_cross(page):
    page.goto("/report/?lat=46.9991&lon=-28.0012")
    page.locator("position-picker .leaflet-container").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(LATITUDE)).not_to_have_value("46.9991")
    assert float(page.locator(LATITUDE).input_value()) > 46.9991


def test_zooming_leaves_a_typed_position_alone(page):
    page.goto("/report/?lat=46.9991&lon=-28.0012")
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_timeout(500)
    expect(page.locator(LATITUDE)).to_have_value("46.9991")


def test_the_device_can_tell_the_position(visits):
    page = visits.page(
        permissions=["geolocation"], geolocation={"latitude": 47.0005, "longitude": -28.0021}
    )
    page.goto("/report/")
    page.get_by_role("button", name="Use my position").click()
    expect(page.locator(LATITUDE)).to_have_value("47.000500")
    expect(page.locator(LONGITUDE)).to_have_value("-28.002100")


def test_a_device_that_is_not_sure_is_not_believed(visits):
    roughly = {"latitude": 47.0005, "longitude": -28.0021, "accuracy": 2_000}
    page = visits.page(permissions=["geolocation"], geolocation=roughly)
    page.goto("/report/")
    page.get_by_role("button", name="Use my position").click()
    said = page.locator("position-picker [role=status]")
    expect(said).to_contain_text("only to within 2000 metres")
    expect(page.locator(LATITUDE)).to_have_value("")


def test_a_device_that_does_not_tell_is_spoken_of_calmly(visits):
    page = visits.page(permissions=[])
    page.goto("/report/")
    page.get_by_role("button", name="Use my position").click()
    said = page.locator("position-picker [role=status]")
    expect(said).to_contain_text("did not tell its position")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_what_is_unfit_is_summed_up_and_linked_and_nothing_is_lost(visits, script):
    page = visits.page(java_script_enabled=script)
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
    question = page.get_by_label("How do you know who runs it?")
    expect(question).to_be_hidden()
    page.get_by_label("Police").check()
    expect(question).to_be_visible()


def test_a_camera_at_a_private_home_is_only_counted(page):
    page.goto("/report/?lat=46.9981&lon=-28.0032")
    page.get_by_label("Private home").check()
    send(page)
    expect(page).to_have_url(re.compile("/report/done/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. It is counted.")


def test_a_known_camera_can_be_confirmed_by_keyboard_alone(page):
    page.goto("/cameras/3/")
    page.get_by_role("link", name="Say what you see").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Still there").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("What you saw is on record")


def test_on_the_smallest_screen_every_answer_stays_in_its_card(visits):
    page = visits.page(viewport=NARROW)
    page.goto("/report/")
    outside = page.locator(".report-form .choice").evaluate_all(
        """choices => choices
          .filter((choice) => choice.getBoundingClientRect().right
            > choice.closest(".card").getBoundingClientRect().right)
          .map((choice) => choice.innerText)"""
    )
    assert outside == []
