"""The places and their figures, as somebody reads them."""

import re

import pytest
from playwright.sync_api import expect


def test_the_head_of_every_page_leads_to_the_places(phone):
    phone.goto("/cameras/")
    phone.get_by_role("navigation", name="Main").get_by_role("link", name="Places").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Places")


@pytest.mark.parametrize("width", [320, 360, 375, 390, 430, 480, 540, 768])
def test_the_head_of_a_page_is_one_line_on_every_phone(visits, width):
    page = visits.page(viewport={"width": width, "height": 640})
    page.goto("/places/")
    assert page.locator(".site-header").bounding_box()["height"] < 70


def test_a_place_is_found_without_script_and_leads_to_its_page(visits):
    page = visits.page(java_script_enabled=False)
    page.goto("/places/")
    page.get_by_label("Name of a place").fill("harbour")
    page.get_by_role("button", name="Find it").click()
    page.get_by_role("link", name="Old Harbour").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Old Harbour")
    expect(page).to_have_url(re.compile(r"/places/[\w-]+/$"))


def test_on_paper_there_are_no_links_to_press(page):
    page.goto("/places/")
    page.get_by_role("main").get_by_role("link").last.wait_for()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_label("Name of a place")).to_be_hidden()
    expect(page.locator(".table").first).to_be_visible()


def test_paper_is_white_whatever_the_device(visits):
    page = visits.page(color_scheme="dark")
    page.goto("/places/")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 35, 40)"
