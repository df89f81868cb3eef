"""Saying where one looked, on a phone with taps, and the layer that shows it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

SPOT = {"latitude": 46.99783, "longitude": -28.0028}
HERE = "lat=46.99783&lon=-28.0028"
STREET = "Cockle Row"


def test_a_street_is_surveyed_with_five_taps_and_taken_back_with_one(visits):
    page = visits.page(
        viewport=PHONE, has_touch=True, permissions=["geolocation"], geolocation=SPOT
    )
    page.goto("/survey/")
    page.get_by_role("button", name="Use my position").tap()
    page.get_by_role("link", name=f"Along {STREET}").tap()
    page.get_by_role("checkbox").first.tap()
    page.get_by_role("button", name="These are all").tap()
    expect(page.get_by_text(f"somebody looked along {STREET}")).to_contain_text("and found 1.")
    page.get_by_role("button", name="Take it back").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is taken back")


def test_without_script_a_place_is_found_by_name_and_looked_at(visits):
    page = visits.page(java_script_enabled=False)
    page.goto("/survey/")
    page.get_by_label("Or name a street or a place").fill(STREET)
    page.get_by_role("button", name="Find it").click()
    page.get_by_role("link", name=STREET).click()
    page.get_by_role("link", name="Here, within 50 m").click()
    page.get_by_role("button", name=re.compile("These are all|I looked")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Now others know.")


def test_what_is_wrong_is_said_where_she_is(visits):
    page = visits.page()
    page.goto(f"/survey/?{HERE}&along=")
    page.get_by_label("When did you look?").fill("1990-01-01")
    page.get_by_role("button", name=re.compile("These are all|I looked")).click()
    expect(page.get_by_role("status")).to_contain_text("too long ago")
    expect(page).to_have_url(re.compile("along=$"))


def test_the_layer_can_be_switched_off_and_stays_off(page):
    page.goto("/#17/46.99783/-28.0028")
    band = page.locator(".leaflet-surveys-pane canvas")
    expect(band.first).to_be_attached()
    page.get_by_role("button", name="Layers").click()
    switch = page.get_by_role("checkbox", name="Where people looked")
    switch.uncheck()
    expect(band).to_have_count(0)
    expect(page).to_have_url(re.compile("surveys=off"))
    page.reload()
    page.get_by_role("button", name="Layers").click()
    expect(switch).not_to_be_checked()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_the_list_says_in_words_where_people_looked(visits, script):
    page = visits.page(java_script_enabled=script)
    page.goto("/cameras/?bbox=-28.02,46.99,-27.98,47.01")
    looks = page.get_by_role("region", name="Where people looked")
    expect(looks.get_by_role("listitem").first).to_contain_text("Somebody looked")
