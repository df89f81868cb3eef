"""axe finds nothing on map and list in all their states; nothing is wider than 320 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, Route

from tests.browser.conftest import DESK, NARROW, Visits

STATES = {
    "map": ("/", ""),
    "filters": ("/?kind=dome", "[aria-controls=panel-filters]"),
    "layers": ("/", "[aria-controls=panel-layers]"),
    "what cameras see": ("/#17/46.99650/-28.00250/views", "[aria-controls=panel-layers]"),
    "list": ("/", "[aria-controls=panel-list]"),
    "empty": ("/#15/10/10", "[aria-controls=panel-list]"),
    "page": ("/cameras/", ""),
    "page that filters": ("/cameras/?kind=doorbell&state=gone", ""),
    "page refused": ("/cameras/?bbox=1", ""),
}


def prepared(page: Page, state: str) -> Page:
    address, button = STATES[state]
    page.goto(address)
    if button:
        page.locator(button).click()
        page.wait_for_timeout(700)  # the list is fetched when the map is still
    return page


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [NARROW, DESK], ids=["narrow", "desk"])
def test_axe_finds_nothing(
    visits: Visits, state: str, scheme: str, viewport: dict[str, int]
) -> None:
    page = prepared(visits.page(viewport=viewport, color_scheme=scheme), state)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"]


@pytest.mark.parametrize("viewport", [NARROW, DESK], ids=["narrow", "desk"])
def test_axe_finds_nothing_on_a_card(visits: Visits, viewport: dict[str, int]) -> None:
    page = prepared(visits.page(viewport=viewport), "list")
    page.locator(".camera-list a[data-id]").first.click()
    page.locator("camera-card dt", has_text="Plate reading").wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_list_that_is_being_fetched_stays_readable(visits: Visits) -> None:
    page = prepared(visits.page(viewport=DESK), "list")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/cameras/?*part=list*", hold)
    page.locator(".camera-list__orders a", has_text="Kind").click()
    page.locator("camera-list[aria-busy=true]").wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    for route in held:
        route.continue_()
    page.locator(".camera-list__orders a[aria-current]", has_text="Kind").wait_for()
    assert page.locator("camera-list[aria-busy=true]").count() == 0
