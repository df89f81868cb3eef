"""Every page and state: axe finds nothing, nothing scrolls sideways, the keyboard reaches it."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, NARROW

CAMERA = "/cameras/3/"
PAGES = {
    "start": "/",
    "list": "/cameras/",
    "camera": CAMERA,
    "camera, older history": f"{CAMERA}?history=2",
    "places": "/places/",
    "place": "/places/demo-thistlequay/",
    "what if": "/places/demo-thistlequay/what-if/",
    "form": "/report/",
    "form about a camera": "/report/?camera=3",
    "nearby, where": "/nearby/",
    "nearby": "/nearby/?lat=46.99783&lon=-28.0028",
    "survey, where": "/survey/?q=row",
    "survey, along what": "/survey/?lat=46.99783&lon=-28.0028",
    "survey": "/survey/?lat=46.99783&lon=-28.0028&along=Cockle+Row",
    "walk": "/walk/",
    "search": "/search/",
    "search with matches": "/search/?q=street",
    "search without matches": "/search/?q=nowhere",
    "your sightings": "/yours/",
    "takedown": "/takedown/",
    "takedown of a camera": "/takedown/?camera=3",
    "signing in": "/sign-in/",
    "about": "/about/",
    "data": "/about/data/",
    "how figures are made": "/about/figures/",
    "privacy": "/about/privacy/",
    "no connection": "/offline/",
    "not found": "/nowhere/",
}


def faults(page):
    """What axe finds, in words."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visits, address):
    page = visits.page(viewport=NARROW, reduced_motion="reduce")
    page.goto(address)
    for viewport, scheme in product((NARROW, DESK), ("light", "dark")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == [], f"at {viewport['width']} px, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_the_keyboard_starts_at_the_content_and_reaches_every_control(visits, address):
    page = visits.page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    mouse_only = page.evaluate(
        """() => [...document.querySelectorAll("main a, main button, main summary")]
            .filter((control) => control.checkVisibility() && control.tabIndex < 0)
            .map((control) => control.outerHTML)"""
    )
    assert mouse_only == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_without_script_every_page_is_there(visits, address):
    page = visits.page(java_script_enabled=False)
    page.goto(address)
    assert page.locator("h1").is_visible()
    assert page.get_by_role("navigation", name="Main").is_visible()
