"""Logging a camera on a phone, step by step, with taps only."""

import re
import time
from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, NARROW, PHONE
from tests.browser.test_every_page import faults
from tests.factories.photos import make_photo

DECISION_S = 1.5
THIRTY_SECONDS = 30
MOST_TAPS = 6
LATITUDE, LONGITUDE, ACCURACY = "#id_latitude", "#id_longitude", "#id_accuracy_m"
HERE = {"latitude": 46.9991, "longitude": -28.0012, "accuracy": 9}
WHERE = "/report/#18/46.99910/-28.00120"
STEPS = {
    "kind": "What kind of camera is it?",
    "facing": "Which way does it face?",
    "mount": "What does it hang on?",
    "who": "Who runs it?",
    "sees": "What can it recognise?",
    "sign": "Is there a sign about the camera?",
    "look": "Look it over",
}


class Hand:
    """A thumb on a phone: it taps, and counts."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, name, role="button"):
        """Tap what bears these words."""
        self.taps += 1
        self.page.get_by_role(role, name=name, exact=True).tap()

    def pick(self, words):
        """Tap a picture, or an answer, that bears these words."""
        self.taps += 1
        self.page.locator("label.choice:visible").get_by_text(words, exact=True).tap()

    def sees(self, heading):
        """Wait for a step."""
        expect(self.page.get_by_role("heading", name=heading, level=2)).to_be_visible()


@pytest.fixture
def phone(visits):
    """A phone that shares its position."""
    return visits.page(
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        permissions=["geolocation"],
        geolocation=HERE,
        reduced_motion="reduce",
    )


@pytest.fixture
def hand(phone):
    return Hand(phone)


def begin(hand, lat=HERE["latitude"], lon=HERE["longitude"]):
    """Come from the map, standing here."""
    hand.page.context.set_geolocation({"latitude": lat, "longitude": lon, "accuracy": 9})
    hand.page.goto(f"/report/#18/{lat:.5f}/{lon:.5f}")
    expect(hand.page.locator(ACCURACY)).to_have_value("9")


def log_quickly(hand):
    """Accept what is offered, from the map to sent."""
    hand.page.goto("/#18/46.99850/-28.00300")
    hand.page.wait_for_url(re.compile("#18/"))
    hand.tap("Log a camera", role="link")
    expect(hand.page.locator(ACCURACY)).to_have_value("9")
    hand.tap("It is here")
    hand.pick("Dome camera")
    hand.tap("I don’t know")
    hand.tap("Send now")
    hand.sees("It is on the map, unconfirmed.")


def test_from_the_map_to_sent_it_is_at_most_six_taps(hand):
    hand.page.context.set_geolocation({**HERE, "latitude": 46.9951})
    log_quickly(hand)
    assert hand.taps <= MOST_TAPS


@pytest.mark.drills
def test_a_hand_that_thinks_before_each_tap_is_done_within_thirty_seconds(hand):
    hand.page.context.set_geolocation({**HERE, "latitude": 46.9949})
    begun = time.monotonic()
    log_quickly(hand)
    assert hand.taps * DECISION_S + time.monotonic() - begun < THIRTY_SECONDS


def test_she_may_not_know_anything_but_where(hand):
    begin(hand, lat=46.9953)
    hand.tap("It is here")
    for step, heading in STEPS.items():
        hand.sees(heading)
        expect(hand.page).to_have_url(re.compile(f"#{step}$"))
        if step == "kind":
            hand.pick("I don’t know")
        elif step != "look":
            hand.tap("I don’t know")
    expect(hand.page.get_by_text("Not known")).to_have_count(8)
    hand.tap("Put it on the map")
    hand.sees("It is on the map, unconfirmed.")


def test_back_and_a_reload_lose_nothing(hand):
    page = hand.page
    begin(hand)
    hand.tap("It is here")
    hand.pick("Dome camera")
    hand.tap("North-east")
    hand.tap("Next")
    hand.sees(STEPS["mount"])
    hand.pick("Wall")
    hand.sees(STEPS["who"])
    page.reload()
    hand.sees(STEPS["who"])
    hand.tap("Back")
    hand.sees(STEPS["mount"])
    expect(page.get_by_role("radio", name="Wall")).to_be_checked()
    page.go_back()
    hand.sees(STEPS["facing"])
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "North-east (45°)")
    page.go_back()
    expect(page.get_by_role("radio", name="Dome camera")).to_be_checked()
    page.go_back()
    hand.sees("Where is it?")
    assert float(page.locator(LATITUDE).input_value()) == pytest.approx(HERE["latitude"])


def test_the_pin_is_dragged_to_where_the_camera_hangs(hand):
    page = hand.page
    begin(hand)
    box = page.locator(".report-map").bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 120)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 200, steps=5)
    page.mouse.up()
    expect(page.locator(ACCURACY)).to_have_value("")
    assert float(page.locator(LATITUDE).input_value()) > HERE["latitude"]


def test_a_photo_tells_where_and_when_and_is_not_sent(hand):
    page, sent = hand.page, []
    page.on("request", lambda request: sent.append(request.post_data_buffer or b""))
    begin(hand)
    photo = make_photo(46.9962, -28.0008)
    page.locator("[data-photo]").set_input_files(
        {"name": "private-name.jpg", "mimeType": "image/jpeg", "buffer": photo}
    )
    expect(page.locator("[data-where-said]")).to_contain_text("stays on your device")
    assert float(page.locator(LATITUDE).input_value()) == pytest.approx(46.9962, abs=1e-5)
    assert float(page.locator(LONGITUDE).input_value()) == pytest.approx(-28.0008, abs=1e-5)
    expect(page.get_by_label("When did you see it?")).to_have_value("2026-10-03")
    expect(page.locator(ACCURACY)).to_have_value("")
    hand.tap("It is here")
    hand.pick("Dome camera")
    hand.tap("Send now")
    hand.sees("It is on the map, unconfirmed.")
    assert not [body for body in sent if b"private-name" in body or photo[:40] in body]


def test_a_photo_that_says_nothing_is_spoken_of_calmly(hand):
    begin(hand)
    hand.page.locator("[data-photo]").set_input_files(
        {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no photo"}
    )
    expect(hand.page.locator("[data-where-said]")).to_contain_text("could not be read as a photo")


def test_a_device_that_does_not_tell_where_it_is_begins_with_the_map_she_came_from(visits):
    page = visits.page(viewport=PHONE, has_touch=True, is_mobile=True, permissions=[])
    page.goto(WHERE)
    expect(page.locator("[data-where-said]")).to_contain_text("does not share its position")
    Hand(page).tap("It is here")
    assert float(page.locator(LATITUDE).input_value()) == pytest.approx(46.9991, abs=1e-4)


def test_the_compass_turns_the_arrow(hand):
    page = hand.page
    begin(hand)
    hand.tap("It is here")
    hand.pick("Fixed camera")
    hand.sees(STEPS["facing"])
    page.evaluate(
        """() => { window.DeviceOrientationEvent.requestPermission = async () => "granted"; }"""
    )
    hand.tap("Hold the phone towards where it looks")
    expect(page.get_by_role("button", name="Keep this direction")).to_be_visible()
    page.evaluate(
        """() => window.dispatchEvent(new DeviceOrientationEvent(
             "deviceorientationabsolute", { alpha: 270, beta: 0, gamma: 0, absolute: true }))"""
    )
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "East (90°)")
    hand.tap("Keep this direction")


def test_the_arrow_turns_by_dragging_by_keys_and_for_each_lens(hand):
    page = hand.page
    begin(hand)
    hand.tap("It is here")
    hand.pick("Fixed camera")
    dial = page.get_by_role("slider")
    box = dial.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.up()
    expect(dial).to_have_attribute("aria-valuenow", "90")
    page.keyboard.press("ArrowRight")
    expect(dial).to_have_attribute("aria-valuenow", "95")
    hand.tap("It has another lens")
    hand.tap("South-west")
    expect(page.get_by_role("textbox", name="Or in degrees")).to_have_count(0)
    expect(page.locator("#id_facing_degrees")).to_have_value("95; 225")


def camera_that_faces(page):
    """A camera of the demo town of which one facing is known: its number, place and facing."""
    for feature in page.request.get("/api/collections/cameras/items?limit=1000").json()["features"]:
        facings = feature["properties"]["facings"]
        if feature["properties"]["kind"] == "fixed" and len(facings) == 1:
            return feature["id"], feature["geometry"]["coordinates"], facings[0]["bearing"]
    raise AssertionError("the demo town has no such camera")


def test_one_tap_turns_a_report_into_a_confirmation(hand):
    number, (lon, lat), bearing = camera_that_faces(hand.page)
    begin(hand, lat=lat, lon=lon)
    hand.tap("It is here")
    hand.pick("Fixed camera")
    hand.page.locator("facing-dial").evaluate("(dial, bearing) => dial.turn(bearing)", bearing)
    hand.tap("Next")
    hand.sees("Is it one of these?")
    first = hand.page.locator("[data-choices] li").first
    expect(first).to_contain_text("same kind")
    first.get_by_role("button").tap()
    hand.sees("What you saw is on record.")
    page_link = hand.page.get_by_role("link", name="Its page")
    expect(page_link).to_have_attribute("href", f"/cameras/{number}/")


def test_another_one_on_the_same_pole_is_not_asked_about(hand):
    _, (lon, lat), bearing = camera_that_faces(hand.page)
    begin(hand, lat=lat, lon=lon)
    hand.tap("It is here")
    hand.pick("Fixed camera")
    other_way = (bearing + 180) % 360
    query = {"lon": lon, "lat": lat, "camera:type": "fixed", "camera:direction": other_way}
    asked = hand.page.request.get("/api/candidates", params=query).json()["candidates"]
    assert [one for one in asked if one["metres"] < 1] == []


def test_a_refused_answer_leads_back_to_its_question(hand):
    page = hand.page
    begin(hand)
    problem = {"detail": "no", "errors": [{"field": "claims.camera:mount", "reason": "Not so."}]}
    page.route("**/api/sightings", lambda route: route.fulfill(status=422, json=problem))
    hand.tap("It is here")
    hand.pick("Dome camera")
    hand.tap("Next")
    hand.pick("Wall")
    hand.tap("Send now")
    hand.sees(STEPS["mount"])
    expect(page.get_by_role("alert")).to_have_text("Not so.")
    expect(page.get_by_role("radio", name="Wall")).to_be_checked()


def test_what_was_sent_can_be_corrected_and_withdrawn(hand):
    page = hand.page
    page.context.set_geolocation({**HERE, "latitude": 46.9947})
    log_quickly(hand)
    hand.tap("Correct it")
    hand.pick("Panning camera")
    hand.tap("Send now")
    hand.sees("What you saw is on record.")
    hand.tap("Withdraw it")
    hand.tap("Yes, withdraw it")
    hand.sees("It is withdrawn.")


def test_a_known_camera_that_is_gone_is_told_in_two_steps(hand):
    hand.page.goto("/report/?camera=4")
    hand.sees("Is it still there?")
    hand.pick("Gone")
    hand.sees(STEPS["look"])
    hand.tap("Send what I saw")
    hand.sees("What you saw is on record.")


def test_one_thing_about_a_known_camera_may_be_asked_at_once(hand):
    hand.page.goto("/report/?camera=4&ask=signage")
    hand.sees(STEPS["sign"])


@pytest.mark.parametrize("viewport", [NARROW, DESK], ids=["narrow", "desk"])
def test_axe_finds_nothing_on_any_step_and_nothing_scrolls_sideways(visits, viewport):
    page = visits.page(viewport=viewport, reduced_motion="reduce")
    page.goto(WHERE)
    page.get_by_role("button", name="It is here").click()
    for step, scheme in product(STEPS, ("light", "dark")):
        if scheme == "light":
            page.evaluate("step => { location.hash = step; }", step)
            expect(page.locator(f"[data-step={step}] h2")).to_be_visible()
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == [], f"{step}, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
