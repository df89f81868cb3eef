"""One tap says that a camera is still there, changed or gone; by thumb, without script, and back.

Every test takes an unconfirmed camera of its own, one that stands alone and that nobody has spoken
of but the invented town's list.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from itertools import count
from math import hypot
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NARROW, PHONE, Visits
from tests.running_site import run_command, running_site

ALONE_DEG = 0.0001
LIST = "Thistlequay camera list (invented)"
_taken = count()


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a site keeps what it has on which nobody else spoke of the town's cameras."""
    return tmp_path_factory.mktemp("said")


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[str]:
    """The address of that site."""
    with running_site(site_folder, ["load_demo"]) as address:
        yield address


@pytest.fixture(scope="module")
def alone(site: str, chromium: Any) -> list[dict[str, Any]]:
    """Unconfirmed cameras that only the list tells of, with no other under the same thumb."""
    context = chromium.new_context(base_url=site)
    cameras = context.request.get("/api/cameras?limit=1000").json()["features"]
    spots = [camera["geometry"]["coordinates"] for camera in cameras]
    lonely = [
        camera
        for camera in cameras
        if camera["properties"]["state"] == "unconfirmed"
        and sum(_near(camera["geometry"]["coordinates"], spot) for spot in spots) == 1
    ]
    told = [context.request.get(f"/api/cameras/{camera['id']}").json() for camera in lonely]
    context.close()
    sides = [(one["belief"]["present"], one["belief"]["gone"]["people"]) for one in told]
    return [
        camera
        for camera, side in zip(lonely, sides, strict=True)
        if side == ({"people": 0, "sources": [LIST]}, 0)
    ]


def _near(here: list[float], there: list[float]) -> bool:
    return hypot(here[0] - there[0], here[1] - there[1]) < ALONE_DEG


@pytest.fixture
def camera(alone: list[dict[str, Any]]) -> dict[str, Any]:
    """A camera of this test's own."""
    return alone[next(_taken)]


def open_card(page: Page, camera: dict[str, Any]) -> Locator:
    """Tap the camera in the middle of the map; gives its card."""
    lon, lat = camera["geometry"]["coordinates"]
    with page.expect_response("**/tiles/cameras/**"):
        page.goto(f"/#19/{lat}/{lon}")
    page.wait_for_timeout(800)  # the symbols are drawn when their tile is here
    box = page.locator("#map").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card = page.locator("camera-card")
    expect(card.locator("[data-belief]")).to_contain_text(f"Unconfirmed: {LIST}")
    return card


def belief_of(page: Page, camera: dict[str, Any]) -> Any:
    """What the interface says is believed of a camera."""
    return page.request.get(f"/api/cameras/{camera['id']}").json()["belief"]


def test_one_tap_on_the_card_confirms_and_one_more_takes_it_back(phone, camera):
    card = open_card(phone, camera)
    card.get_by_role("button", name="Still there").tap()
    thanks = card.get_by_role("status")
    expect(thanks).to_have_text(
        re.compile(r"^Thank you\. Unconfirmed: .+ and 1 person, last in \w+ 20\d\d\.$")
    )
    expect(thanks).to_be_focused()
    expect(card.get_by_role("button", name="Still there")).to_be_hidden()
    assert belief_of(phone, camera)["present"] == {"people": 1, "sources": [LIST]}
    card.get_by_role("button", name="Undo").tap()
    expect(thanks).to_have_text("Taken back. It no longer counts.")
    expect(card.get_by_role("button", name="Still there")).to_be_visible()
    assert belief_of(phone, camera)["present"] == {"people": 0, "sources": [LIST]}


def from_next_door(site: str, path: str, body: dict[str, Any]) -> int:
    """Send something as somebody else, through an address of her own; gives the status."""
    host = urlsplit(site).netloc
    connection = HTTPConnection(host, source_address=("127.0.0.2", 0))
    headers = {
        "Authorization": "Contributor neighbour-7c1e55d09a3b4f26",
        "Content-Type": "application/json",
        "Idempotency-Key": str(uuid4()),
    }
    connection.request("POST", path, json.dumps(body), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_two_people_confirm_a_camera_and_the_card_says_so(phone, camera, site, site_folder):
    """One brings a code from a mapping walk and saw it yesterday; the other taps today."""
    [code] = run_command(site_folder, "make_codes", "1").split()
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    seen = {
        "location": camera["geometry"],
        "verdict": "present",
        "camera": camera["id"],
        "observed_on": yesterday.isoformat(),
    }
    assert from_next_door(site, "/api/contributor/code", {"code": code}) < 300
    assert from_next_door(site, "/api/sightings", seen) == 201
    phone.goto(f"/cameras/{camera['id']}/")
    expect(phone.locator(".camera-belief")).to_contain_text(f"{LIST} and 1 person")
    phone.get_by_role("button", name="Still there").tap()
    expect(phone.locator("say-verdict").get_by_role("status")).to_contain_text(
        f"Thank you. Confirmed: {LIST} and 2 people, last in"
    )
    expect(phone.locator("[data-state]")).to_have_text("Confirmed")
    phone.reload()
    expect(phone.locator(".history")).to_contain_text("Still there, says a resident; now confirmed")


def test_a_second_tap_on_one_day_is_no_second_voice(phone, camera):
    for _ in range(2):
        phone.goto(f"/cameras/{camera['id']}/")
        phone.get_by_role("button", name="Still there").tap()
        expect(phone.get_by_role("status")).to_contain_text("and 1 person,")
    assert belief_of(phone, camera)["present"]["people"] == 1


def test_gone_asks_nothing_more_and_can_be_undone(phone, camera):
    card = open_card(phone, camera)
    card.get_by_role("button", name="Gone").tap()
    expect(card.get_by_role("status")).to_contain_text("1 person says it is gone")
    expect(card.locator("[data-more]")).to_be_hidden()
    card.get_by_role("button", name="Undo").tap()
    expect(card.get_by_role("status")).to_contain_text("Taken back")


def test_changed_leads_to_what_has_changed(phone, camera):
    card = open_card(phone, camera)
    card.get_by_role("button", name="Changed").tap()
    more = card.get_by_role("link", name="What has changed?")
    expect(more).to_have_attribute("href", f"/report/?camera={camera['id']}")


def test_the_page_of_the_camera_shows_at_once_what_is_believed_now(phone, camera):
    phone.goto(f"/cameras/{camera['id']}/")
    phone.get_by_role("button", name="Gone").tap()
    expect(phone.locator(".camera-belief")).to_contain_text("1 person says it is gone")
    phone.reload()
    expect(phone.locator(".history")).to_contain_text("Gone, says a resident")


def test_by_keyboard_it_is_taken_back_before_it_is_known_what_is_believed_now(page, camera):
    held = []

    def hold(route):
        held.append(route)

    page.goto(f"/cameras/{camera['id']}/")
    page.route(f"**/api/cameras/{camera['id']}", hold)
    page.get_by_role("button", name="Still there").focus()
    page.keyboard.press("Enter")
    said = page.locator("say-verdict").get_by_role("status")
    expect(said).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Taken back")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(said).to_contain_text("Taken back")


def test_without_script_it_is_one_tap_too_and_one_more_to_take_it_back(visits: Visits, camera):
    page = visits.page(viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=False)
    page.goto(f"/cameras/{camera['id']}/")
    page.get_by_role("button", name="Still there").tap()
    expect(page.get_by_role("status")).to_contain_text("Thank you. What you saw is on record.")
    expect(page.locator(".camera-belief")).to_contain_text("and 1 person, last in")
    page.get_by_role("button", name="Undo").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Taken back")
    page.get_by_role("link", name="Back to the camera").tap()
    expect(page.locator(".camera-belief")).not_to_contain_text("person")


def test_a_refusal_says_why_and_the_question_stays(phone, camera):
    why = "That is enough for today. Please come back tomorrow."
    phone.route("**/api/sightings", lambda route: route.fulfill(
        status=429, content_type="application/problem+json",
        body=json.dumps({"title": "Too Many Requests", "status": 429, "detail": why}),
    ))  # fmt: skip
    card = open_card(phone, camera)
    card.get_by_role("button", name="Still there").tap()
    expect(card.get_by_role("status")).to_have_text(why)
    expect(card.get_by_role("button", name="Undo")).to_be_hidden()
    phone.unroute("**/api/sightings")
    card.get_by_role("button", name="Still there").tap()
    expect(card.get_by_role("status")).to_contain_text("Thank you.")
    assert belief_of(phone, camera)["present"]["people"] == 1


def test_without_a_connection_it_waits_and_can_be_taken_back_or_is_sent_later(
    visits: Visits, phone, camera
):
    card = open_card(phone, camera)
    phone.context.set_offline(True)
    card.get_by_role("button", name="Still there").tap()
    expect(card.get_by_role("status")).to_contain_text("No connection. This is kept")
    card.get_by_role("button", name="Undo").tap()
    expect(card.get_by_role("status")).to_contain_text("Taken back")
    card.get_by_role("button", name="Gone").tap()
    expect(card.get_by_role("status")).to_contain_text("No connection. This is kept")
    with phone.expect_response(lambda answer: answer.request.method == "POST"):
        phone.context.set_offline(False)
    phone.goto(f"/cameras/{camera['id']}/")
    expect(phone.locator(".camera-belief")).to_contain_text("1 person says it is gone")
    visits.forgive_lost_requests()


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "narrow"])
def test_the_card_leaves_half_the_map_and_its_answers_are_in_sight(visits: Visits, camera, size):
    page = visits.page(viewport=size, has_touch=True, is_mobile=True)
    card = open_card(page, camera)
    section = card.locator("section").bounding_box()
    frame = page.locator("#map").bounding_box()
    assert section
    assert frame
    assert section["height"] <= frame["height"] / 2 + 1  # a pixel is cut
    for name in ("Still there", "Changed", "Gone"):
        button = card.get_by_role("button", name=name).bounding_box()
        assert button
        assert round(button["height"]) >= 44
        assert button["y"] + button["height"] <= section["y"] + section["height"]


def test_the_link_is_shared_by_the_clipboard_where_there_is_no_sheet(visits: Visits, camera):
    page = visits.page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"/cameras/{camera['id']}/?said=x")
    page.get_by_role("button", name="Share").click()
    expect(page.locator("share-link").get_by_role("status")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{visits.site}/cameras/{camera['id']}/"
