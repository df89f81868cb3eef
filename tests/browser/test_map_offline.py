"""Without a network the map says so calmly, keeps what it has, and goes on when it is back."""

from playwright.sync_api import expect

from tests.browser.conftest import Visits


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
