"""The longest frame while the map is dragged and zoomed in a street of the city, in Chromium."""

from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from script.benchmarks.city.asked_places import drawn_places
from script.benchmarks.city.filled_city import City
from script.benchmarks.map_frames import DESK, RECORDER, frames_of
from script.benchmarks.measure import Ratio
from tests.running_site import CHROMIUM, CHROMIUM_FLAGS

_ZOOM = 17


def run(city: City, site: str) -> Iterator[Ratio]:
    """Around a camera drawn by lot, on a desk's screen: the browser shares the cores with us."""
    ((lon, lat),) = drawn_places(city, 1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport=DESK)
        page.add_init_script(RECORDER)
        page.goto(f"{site}/#{_ZOOM}/{lat:.5f}/{lon:.5f}")
        yield from frames_of(page, "street of the city")
        browser.close()
