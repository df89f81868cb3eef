"""Without a connection: the last seen area stays, what is logged is kept, and is sent once."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visits

TOWN = "/#17/46.99650/-28.00250"
NOBODY_LOOKED = "#19/46.98200/-28.03000"
BESIDE = "#19/46.98300/-28.03000"
ADDRESSES_KEPT = """async () => {
  const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const keys = await Promise.all(shelves.map((shelf) => shelf.keys()));
  return keys.flat().map(({ url }) => url);
}"""
UNTIL_TILES_ARE_KEPT = """async () => {
  while (!navigator.serviceWorker.controller
    || (await (await caches.open("mapper-tiles")).keys()).length < 6) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}"""


def with_worker(page: Page) -> None:
    """Wait until the service worker stands and keeps what the page shows."""
    page.evaluate(UNTIL_TILES_ARE_KEPT)


def kept(page: Page) -> list[str]:
    """The addresses of all that the worker keeps."""
    addresses: list[str] = page.evaluate(ADDRESSES_KEPT)
    return addresses


def log_a_camera(page: Page, place: str, kind: str) -> None:
    """Log one with the steps, answering no more than must be."""
    page.goto(f"/{place}")  # from one report to the next only the hash would change
    page.goto(f"/report/{place}")
    page.get_by_role("button", name="It is here").click()
    page.get_by_text(kind, exact=True).click()
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_role("heading", name="It waits on this device.")).to_be_visible()


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
    expect(page).to_have_title(re.compile("Log a camera"))
    visits.forgive_lost_requests()


def test_what_one_person_logs_offline_another_finds_and_confirms(visits: Visits) -> None:
    she = visits.page(viewport=PHONE, has_touch=True, is_mobile=True)
    she.goto(f"/{NOBODY_LOOKED}")
    with_worker(she)
    she.context.set_offline(True)
    log_a_camera(she, NOBODY_LOOKED, "Dome camera")
    log_a_camera(she, BESIDE, "Doorbell camera")
    expect(she.locator(".waiting-bar")).to_contain_text("2 waiting to be sent")
    she.get_by_role("button", name="Show", exact=True).click()
    she.get_by_role("listitem").filter(has_text="doorbell").get_by_text("Discard").click()
    she.get_by_role("listitem").filter(has_text="dome").get_by_text("Edit").click()
    she.get_by_role("button", name="Change: Kind").click()
    she.get_by_text("Fixed camera", exact=True).click()
    she.get_by_role("button", name="Send now").click()
    expect(she.locator(".waiting-bar")).to_contain_text("1 waiting to be sent")
    with she.expect_response("**/api/sightings") as sent:
        she.context.set_offline(False)
    camera = sent.value.json()["camera"]
    assert camera["properties"]["kind"] == "fixed"
    expect(she.locator(".waiting-bar")).to_be_hidden()
    neighbour = visits.page()
    neighbour.goto(f"/{NOBODY_LOOKED}")
    expect(neighbour.locator(".camera-list li")).to_have_count(1)
    neighbour.goto(f"/cameras/{camera['id']}/")
    neighbour.get_by_role("button", name="Still there").click()
    # Both have one address here, and what comes through one address on one day is one voice.
    expect(neighbour.locator("say-verdict")).to_contain_text("Thank you. Unconfirmed: 1 person")
    visits.forgive_lost_requests()


def test_forgetting_leaves_nothing_but_the_pages_for_everybody(visits: Visits) -> None:
    page = visits.page()
    page.goto(TOWN)
    with_worker(page)
    page.goto("/cameras/3/")
    page.get_by_role("button", name="Still there").click()
    expect(page.locator("say-verdict")).to_contain_text("Thank you.")
    page.goto("/yours/")
    page.get_by_role("button", name="What would be removed?").click()
    assert [address for address in kept(page) if "/yours/" in address] == []
    assert [address for address in kept(page) if "/tiles/" in address] != []
    page.get_by_role("button", name="Forget me").click()
    expect(page.locator("your-sightings")).to_contain_text("forgotten")
    page.evaluate("navigator.locks.request('mapper-outbox', () => true)")
    private = re.compile("/(tiles|api|cameras)/")
    assert [address for address in kept(page) if private.search(address)] == []
