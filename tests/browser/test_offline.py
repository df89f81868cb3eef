"""Without a connection: the last seen area stays, what is logged is kept, and is sent once."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visits

TOWN = "/#17/46.99650/-28.00250"


def with_worker(page: Page) -> None:
    """Wait until the service worker stands and keeps what the page shows."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(
        """async () => {
          while (!navigator.serviceWorker.controller
            || (await (await caches.open("mapper-tiles")).keys()).length < 6) {
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }"""
    )


def test_the_last_seen_area_is_there_without_a_connection(visits: Visits) -> None:
    page = visits.page(viewport=PHONE)
    page.goto(TOWN)
    with_worker(page)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which cameras watch your street?")
    expect(page.locator("map-notice")).to_contain_text("No connection")
    visits.forgive_lost_requests()


def test_a_page_that_was_not_kept_says_so_and_leads_on(visits: Visits) -> None:
    page = visits.page(viewport=PHONE)
    page.goto(TOWN)
    with_worker(page)
    page.context.set_offline(True)
    page.goto("/about/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
    page.get_by_role("main").get_by_role("link", name="Log a camera").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Log a camera")
    visits.forgive_lost_requests()
