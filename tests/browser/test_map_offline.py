"""Without a network the map says so calmly, keeps what it has, and goes on when it is back."""

from mapbox_vector_tile import decode
from playwright.sync_api import expect

from tests.browser.conftest import Visits

ASK_FOR_GROUND = """async (module) => {
  const { BaseTileSource } = await import(module);
  const { data } = await new BaseTileSource("/tiles/base/{z}/{x}/{y}.mvt").getZxy(16, 3, 4);
  return Array.from(new Uint8Array(data));
}"""


def test_a_lost_network_is_said_and_mended(visits: Visits) -> None:
    page = visits.page()
    page.goto("/#16/46.99650/-28.00250")
    expect(page.locator(".camera-list li").first).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Zoom out").click()
    expect(page.locator("map-notice")).to_contain_text("No connection")
    page.context.set_offline(False)
    expect(page.locator("map-notice > div")).to_be_hidden(timeout=20_000)
    expect(page.locator(".camera-list li").first).to_be_visible()
    visits.forgive_lost_requests()


def test_ground_that_never_came_is_not_taken_for_the_sea(visits: Visits) -> None:
    page = visits.page()
    page.goto("/#16/46.99650/-28.00250")
    module = page.locator('link[href*="/tile-source"]').first.get_attribute("href")
    page.context.set_offline(True)
    tile = page.evaluate(ASK_FOR_GROUND, module)
    assert list(decode(bytes(tile))) == ["unseen"]
    visits.forgive_lost_requests()
