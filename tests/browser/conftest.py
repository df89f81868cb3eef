"""A real site with the demo town, served as everywhere, and a Chromium that watches its manners."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, sync_playwright

from tests.running_site import CHROMIUM, CHROMIUM_FLAGS, running_site

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
NARROW = {"width": 320, "height": 640}
LOST_REQUEST = ("Failed to load", "Failed to fetch", "error occurred when fetching the script")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as driving a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the running site keeps everything it has."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of a running site of its own: SpatiaLite, the demo town, collected files."""
    with running_site(site_folder, ["load_demo"]) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, once."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


class Visits:
    """Pages opened in one test, and what they did that no page of ours may do."""

    def __init__(self, chromium: Browser, site: str) -> None:
        self.chromium, self.site = chromium, site
        self.contexts: list[BrowserContext] = []
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        self.forgiven: tuple[str, ...] = ()

    def page(self, **options: Any) -> Page:
        """A page in a context of its own, desk-sized unless told (`viewport=PHONE` ...)."""
        options = {"viewport": DESK, "base_url": self.site, **options}
        context = self.chromium.new_context(**options)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", self._note_stranger)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._note_complaint)
        return page

    def forgive_lost_requests(self) -> None:
        """Pass over what the browser itself says of requests that were meant to fail."""
        self.forgiven = LOST_REQUEST

    def unforgiven(self) -> list[str]:
        """What the browser complained of, also while its pages were closed."""
        return [
            said for said in self.complaints if not any(words in said for words in self.forgiven)
        ]

    def _note_stranger(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.strangers.append(request.url)

    def _note_complaint(self, message: Any) -> None:
        # A 404 page that a test asks for is reported by the browser too; it is no fault.
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture
def visits(chromium: Browser, site: str) -> Iterator[Visits]:
    """Open pages with `visits.page(...)`; fails on foreign requests, script errors, CSP reports."""
    opened = Visits(chromium, site)
    yield opened
    for context in opened.contexts:
        context.close()
    assert opened.strangers == []
    assert opened.unforgiven() == []


@pytest.fixture
def page(visits: Visits) -> Page:
    """A desk-sized page."""
    return visits.page()


@pytest.fixture
def phone(visits: Visits) -> Page:
    """A phone-sized page with touch."""
    return visits.page(viewport=PHONE, has_touch=True, is_mobile=True)
