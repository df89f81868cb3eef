"""Chromium finds that the site can be installed, and nothing wrong with its manifest."""

from tests.browser.conftest import Visits


def test_a_phone_may_install_it(visits: Visits) -> None:
    page = visits.page()
    page.goto("/")
    browser = page.context.new_cdp_session(page)
    manifest = browser.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith("/manifest.webmanifest")
    # A window without a history of its own counts as private, where nothing can be installed.
    errors = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
