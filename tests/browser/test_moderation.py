"""A neighbour asks for a camera's removal, and a moderator judges it, with the keyboard alone."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import product

import pytest

from tests.browser.conftest import DESK, NARROW, PHONE, Visits
from tests.browser.test_every_page import faults
from tests.running_site import ROOT, address_of, prepared_site, started

CAMERA = "/cameras/3/"
DESK_PAGES = (
    "/moderation/",
    f"/moderation{CAMERA}",
    "/moderation/sightings/",
    "/moderation/sightings/1/contributor/",
    "/moderation/cells/",
    "/moderation/log/",
)


@pytest.fixture(scope="module")
def moderated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A site with one moderator: its address and her passphrase."""
    variables = prepared_site(tmp_path_factory.mktemp("moderated"), ["load_demo"])
    command = [sys.executable, "manage.py", "make_moderator", "night-desk"]
    said = subprocess.run(
        command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True
    )
    server = started(variables)
    yield address_of(variables), said.stdout.splitlines()[1].strip()
    server.terminate()
    server.wait(timeout=20)


@pytest.fixture
def visits(chromium, moderated):
    """Pages of the moderated site; fails on foreign requests, script errors, CSP reports."""
    opened = Visits(chromium, moderated[0])
    yield opened
    for context in opened.contexts:
        context.close()
    assert opened.strangers == []
    assert opened.complaints == []


def sign_in(page, passphrase):
    page.goto("/sign-in/")
    page.get_by_label("Name").fill("night-desk")
    page.get_by_label("Passphrase").press_sequentially(passphrase)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Waiting for you").wait_for()


def test_a_camera_is_hidden_by_asking_and_shown_again_by_a_moderator(visits, moderated):
    neighbour = visits.page(viewport=PHONE, has_touch=True, java_script_enabled=False)
    neighbour.goto(CAMERA)
    neighbour.get_by_role("link", name="Ask for its removal").click()
    neighbour.get_by_label("Something else").check()
    neighbour.get_by_label("What else should we know?").fill("It hangs at my door.")
    neighbour.get_by_role("button", name="Hide it").click()
    neighbour.get_by_role("heading", name="It is hidden").wait_for()
    answer = neighbour.url
    assert neighbour.goto(CAMERA).status == 404

    moderator = visits.page()
    sign_in(moderator, moderated[1])
    assert "It hangs at my door." in moderator.content()
    moderator.get_by_role("link", name="Look at camera 3").press("Enter")
    moderator.get_by_label("Show it on the map").press("Space")
    moderator.get_by_label("Reason").fill("It hangs at the town hall.")
    moderator.get_by_role("button", name="Do it").press("Enter")
    moderator.get_by_text("Cameras to judge (0)").wait_for()

    neighbour.goto(answer)
    assert "It hangs at the town hall." in neighbour.content()
    assert neighbour.goto(CAMERA).status == 200
    moderator.get_by_role("button", name="Sign out").press("Enter")
    moderator.wait_for_url("**/")
    assert moderator.goto("/moderation/").status == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk_and_nothing_scrolls_sideways(visits, moderated, scheme):
    page = visits.page(reduced_motion="reduce", color_scheme=scheme)
    sign_in(page, moderated[1])
    for address, viewport in product(DESK_PAGES, (NARROW, DESK)):
        page.set_viewport_size(viewport)
        page.goto(address)
        assert faults(page) == [], f"{address} at {viewport['width']} px, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
