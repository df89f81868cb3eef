"""What is sent without a connection waits on the device, in sight, and arrives once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NARROW, PHONE, Visits
from tests.browser.test_every_page import faults

TOWN = "/#18/46.99650/-28.00250"
SEND = """async ([body, instead]) => {
  const { href } = document.querySelector('link[rel="modulepreload"][href*="/outbox."]');
  const { send } = await import(href);
  return send("/api/sightings", body, { instead });
}"""
# Each test logs at a place of its own, far from every camera of the town.
PLACES = count(1)


def camera(kind: str = "dome", **further: Any) -> dict[str, Any]:
    """A new camera where there is none yet."""
    location = {"type": "Point", "coordinates": [-28.0025, 46.95 + next(PLACES) / 1000]}
    claims = {"camera:type": {"value": kind, "basis": "saw"}}
    told = {"location": location, "verdict": "present", "observed_on": today(), "claims": claims}
    return {**told, **further}


def today() -> str:
    """The day as the interface takes it."""
    return datetime.now(UTC).date().isoformat()


@pytest.fixture
def phone(visits: Visits) -> Iterator[Page]:
    """A phone with the map open; what the browser says of lost requests is passed over."""
    page = visits.page(viewport=PHONE)
    page.goto(TOWN)
    yield page
    visits.forgive_lost_requests()


def send(page: Page, body: dict[str, Any], instead: int | None = None) -> dict[str, Any]:
    """Send from the page, as its own parts do."""
    outcome: dict[str, Any] = page.evaluate(SEND, [body, instead])
    return outcome


def arrive_and_be_lost(route: Route) -> None:
    """Let a request reach the server, and its answer nobody."""
    route.fetch()
    route.abort()


def on_the_map(page: Page, body: dict[str, Any]) -> int:
    """How many cameras another reader finds where one was logged."""
    lon, lat = body["location"]["coordinates"]
    box = f"{lon - 0.0001},{lat - 0.0001},{lon + 0.0001},{lat + 0.0001}"
    answer = page.request.get(f"/api/collections/cameras/items?bbox={box}")
    return len(answer.json()["features"])


def comes_on_the_map(page: Page, body: dict[str, Any]) -> bool:
    """Whether a camera is found within some seconds: a page that loads hides its bar first."""
    for _ in range(50):
        if found := on_the_map(page, body):
            return found == 1
        page.wait_for_timeout(100)
    return False


def test_with_a_connection_it_is_sent_at_once_and_nothing_waits(phone: Page) -> None:
    body = camera()
    assert send(phone, body)["outcome"] == "sent"
    expect(phone.locator(".waiting-bar")).to_be_hidden()
    assert on_the_map(phone, body) == 1


def test_without_one_it_waits_in_sight_and_is_sent_once_there_is_one(phone: Page) -> None:
    body = camera()
    phone.context.set_offline(True)
    assert send(phone, body)["outcome"] == "waiting"
    expect(phone.locator(".waiting-bar")).to_contain_text("1 waiting to be sent")
    phone.context.set_offline(False)
    expect(phone.locator(".waiting-bar")).to_be_hidden()
    assert on_the_map(phone, body) == 1


def test_what_waits_is_drawn_on_the_map_and_leads_to_the_list(phone: Page) -> None:
    phone.context.set_offline(True)
    here = {"type": "Point", "coordinates": [-28.0025, 46.9965]}
    send(phone, camera(location=here))
    phone.get_by_role("button", name="A new camera: dome, waiting to be sent").click()
    expect(phone.get_by_role("dialog")).to_contain_text("A new camera: dome")
    phone.get_by_role("button", name="Discard").click()
    expect(phone.locator(".waiting-camera")).to_have_count(0)


def test_what_is_discarded_can_be_taken_back_until_the_list_is_closed(phone: Page) -> None:
    phone.context.set_offline(True)
    send(phone, camera("dome"))
    send(phone, camera("fixed"))
    phone.get_by_role("button", name="Show", exact=True).click()
    first = phone.get_by_role("dialog").get_by_role("listitem").first
    first.get_by_role("button", name="Discard").click()
    expect(first.get_by_role("button", name="Undo")).to_be_focused()
    expect(phone.locator(".waiting-bar")).to_contain_text("1 waiting")
    first.get_by_role("button", name="Undo").click()
    expect(first).to_contain_text("A new camera: dome")
    first.get_by_role("button", name="Discard").click()
    phone.keyboard.press("Escape")
    phone.get_by_role("button", name="Show", exact=True).click()
    expect(phone.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)


def test_an_answer_that_was_lost_on_the_way_does_not_make_two(phone: Page) -> None:
    body = camera()
    phone.route("**/api/sightings", arrive_and_be_lost, times=1)
    assert send(phone, body)["outcome"] == "waiting"
    assert on_the_map(phone, body) == 1
    phone.reload()
    expect(phone.locator(".waiting-bar")).to_be_hidden()
    assert on_the_map(phone, body) == 1


def test_a_tab_closed_in_the_middle_loses_nothing(phone: Page) -> None:
    body = camera()
    phone.route("**/api/sightings", lambda route: None)
    with phone.expect_request("**/api/sightings"):
        phone.evaluate(SEND.replace("return send", "send"), [body, None])
    other = phone.context.new_page()
    phone.close()
    other.goto("/about/")
    assert comes_on_the_map(other, body)
    expect(other.locator(".waiting-bar")).to_be_hidden()


def test_two_tabs_do_not_both_send(phone: Page) -> None:
    other = phone.context.new_page()
    other.goto("/about/")
    posts = []
    phone.context.on(
        "request", lambda request: posts.append(request.url) if request.method == "POST" else None
    )
    phone.context.set_offline(True)
    send(phone, camera())
    expect(other.locator(".waiting-bar")).to_contain_text("1 waiting")
    posts.clear()
    phone.context.set_offline(False)
    expect(other.locator(".waiting-bar")).to_be_hidden()
    expect(phone.locator(".waiting-bar")).to_be_hidden()
    assert len(posts) == 1


def test_a_question_that_comes_later_is_asked_in_the_list(phone: Page) -> None:
    body = camera()
    assert send(phone, body)["outcome"] == "sent"
    phone.context.set_offline(True)
    send(phone, body)
    phone.context.set_offline(False)
    expect(phone.locator(".waiting-bar")).to_contain_text("1 needs your answer")
    phone.get_by_role("button", name="Show", exact=True).click()
    phone.get_by_role("button", name="Yes, camera").click()
    expect(phone.get_by_role("dialog")).to_contain_text("Sent.")
    expect(phone.get_by_text("Nothing waits any more.")).to_be_visible()
    assert on_the_map(phone, body) == 1


def test_a_refused_one_says_why_and_is_not_lost(phone: Page) -> None:
    phone.context.set_offline(True)
    send(phone, camera(location={"type": "Point", "coordinates": [0, 0]}))
    phone.context.set_offline(False)
    expect(phone.locator(".waiting-bar")).to_contain_text("1 needs your answer")
    phone.reload()
    phone.get_by_role("button", name="Show", exact=True).click()
    expect(phone.get_by_role("dialog")).to_contain_text("0, 0 lies in the sea off Africa")
    phone.get_by_role("button", name="Send now").click()
    expect(phone.get_by_role("dialog")).to_contain_text("It was not taken. Below it says why.")


def test_a_clock_that_is_a_year_ahead_is_noticed_and_mended(phone: Page) -> None:
    body = camera(observed_on="2099-11-22")
    assert send(phone, body)["outcome"] == "refused"
    expect(phone.locator(".waiting-bar")).to_be_hidden()  # the page itself was told why
    phone.reload()
    phone.get_by_role("button", name="Show", exact=True).click()
    expect(phone.get_by_role("dialog")).to_contain_text("The clock of this device seems wrong.")
    phone.get_by_role("button", name="Send it as seen today").click()
    expect(phone.get_by_text("Nothing waits any more.")).to_be_visible()
    assert on_the_map(phone, body) == 1


def test_a_net_that_answers_with_a_page_of_its_own_is_no_answer(phone: Page) -> None:
    body = camera()
    page_of_its_own = {"status": 200, "content_type": "text/html", "body": "<h1>Log in</h1>"}
    phone.route("**/api/sightings", lambda route: route.fulfill(**page_of_its_own), times=1)
    assert send(phone, body)["outcome"] == "waiting"
    phone.reload()
    assert comes_on_the_map(phone, body)
    expect(phone.locator(".waiting-bar")).to_be_hidden()


def test_too_much_for_one_day_is_tried_again_when_the_server_said(phone: Page) -> None:
    body = camera()
    problem = {"status": 429, "detail": "That was a lot for one day. Tomorrow there is room again."}
    phone.route(
        "**/api/sightings",
        lambda route: route.fulfill(status=429, headers={"Retry-After": "3600"}, json=problem),
        times=1,
    )
    assert send(phone, body)["problem"]["detail"] == problem["detail"]
    phone.reload()
    phone.get_by_role("button", name="Show", exact=True).click()
    expect(phone.get_by_role("dialog")).to_contain_text(problem["detail"])
    assert on_the_map(phone, body) == 0
    phone.get_by_role("button", name="Send now").click()
    expect(phone.get_by_text("Nothing waits any more.")).to_be_visible()


def test_a_word_about_a_camera_is_of_today_also_where_the_clock_is_a_year_behind(
    visits: Visits,
) -> None:
    page = visits.page(viewport=PHONE)
    page.clock.install(time="2024-11-22T12:00:00Z")
    page.goto("/cameras/3/")
    with page.expect_request("**/api/sightings") as sent:
        page.get_by_role("button", name="Still there").click()
    assert sent.value.post_data_json["observed_on"] == today()


def test_an_edited_one_that_had_arrived_already_is_not_logged_twice(phone: Page) -> None:
    body = camera()
    phone.route("**/api/sightings", arrive_and_be_lost, times=1)
    waiting = send(phone, body)
    changed = {**body, "claims": {"camera:type": {"value": "fixed", "basis": "saw"}}}
    refused = send(phone, changed, instead=waiting["id"])
    assert refused["problem"]["errors"][0]["field"] == "Idempotency-Key"
    phone.reload()
    phone.get_by_role("button", name="Show", exact=True).click()
    phone.get_by_role("button", name="Send now").click()
    phone.get_by_role("button", name="Yes, camera").click()
    expect(phone.get_by_text("Nothing waits any more.")).to_be_visible()
    assert on_the_map(phone, body) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_waits_can_be_read_and_reached_on_the_smallest_screen(
    phone: Page, scheme: Literal["light", "dark"]
) -> None:
    phone.set_viewport_size(NARROW)
    phone.emulate_media(color_scheme=scheme)
    phone.context.set_offline(True)
    send(phone, camera())
    expect(phone.locator(".waiting-bar")).to_be_visible()
    assert faults(phone) == []
    phone.get_by_role("button", name="Show", exact=True).focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("dialog")).to_be_visible()
    assert faults(phone) == []
    assert phone.evaluate("document.querySelector('dialog').scrollWidth") <= NARROW["width"]
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("button", name="Show", exact=True)).to_be_focused()
