"""Your sightings: shown by the device's own key, carried over by words, gone when she asks."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import PHONE

HOLD = "key => localStorage.setItem('mapper-contributor-key', key)"
HELD = "() => localStorage.getItem('mapper-contributor-key')"
KEY = "5e1f0c9a7b3d28465e1f0c9a7b3d2846"


def send(page, number, key=KEY):
    """Say, as the device would, that a camera is still there."""
    sent = page.request.post(
        "/api/sightings",
        headers={"Authorization": f"Contributor {key}", "Idempotency-Key": f"{key}-{number}"},
        data={
            "location": {"type": "Point", "coordinates": [-28.0456, 47.0123]},
            "verdict": "present",
            "camera": number,
            "observed_on": page.evaluate("() => new Date().toISOString().slice(0, 10)"),
        },
    )
    assert sent.status == 201


def open_with_key(page, key=KEY):
    """Her page, on a device that has the key."""
    page.goto("/yours/")
    page.evaluate(HOLD, key)
    page.goto("/yours/")
    expect(page.get_by_role("heading", name="What you sent")).to_be_visible()


def test_a_device_without_a_key_is_told_so(phone):
    phone.goto("/yours/")
    expect(phone.get_by_text("This device has no key yet")).to_be_visible()


def test_what_was_sent_is_shown_and_taken_back(phone):
    phone.goto("/yours/")
    send(phone, 5)
    open_with_key(phone)
    expect(phone.get_by_text("You said still there")).to_be_visible()
    phone.get_by_role("button", name="Take back").tap()
    expect(phone.get_by_role("status")).to_have_text("Taken back. It counts no longer.")
    expect(phone.get_by_role("link", name="Say it anew")).to_be_visible()


def test_the_phrase_carries_the_key_to_another_device_and_forgetting_ends_it(visits):
    first, second = visits.page(viewport=PHONE), visits.page(viewport=PHONE)
    key = KEY[::-1]
    first.goto("/yours/")
    send(first, 6, key)
    open_with_key(first, key)
    first.get_by_role("button", name="Show my phrase").click()
    phrase = first.locator(".your-sightings__phrase li")
    expect(phrase).to_have_count(12)
    words = phrase.all_inner_texts()

    second.goto("/yours/")
    second.get_by_label("Your phrase").fill(" ".join(words))
    second.get_by_role("button", name="Show what I sent").click()
    expect(second.get_by_text("You said still there")).to_be_visible()
    second.get_by_role("button", name="Keep this key on this device").click()
    assert second.evaluate(HELD) == key

    second.get_by_role("button", name="What would be removed?").click()
    expect(second.get_by_text("This would be removed, for good")).to_be_visible()
    second.get_by_role("button", name="Forget me").click()
    expect(second.get_by_text("You are forgotten.")).to_be_visible()
    assert second.evaluate(HELD) is None
    first.goto("/yours/")
    expect(first.get_by_text("Nothing has been sent with this key yet.")).to_be_visible()


def test_a_wrong_phrase_is_told_where_it_was_typed(page):
    page.goto("/yours/")
    page.get_by_label("Your phrase").fill("two words")
    page.get_by_role("button", name="Show what I sent").click()
    expect(page.get_by_text("The phrase has 12 words, and these are 2.")).to_be_visible()
    expect(page.get_by_label("Your phrase")).to_be_focused()


def test_without_script_the_phrase_is_typed(visits):
    page = visits.page(java_script_enabled=False)
    page.goto("/yours/")
    page.get_by_label("Your phrase").fill("abandon " * 11 + "about")
    page.get_by_role("button", name="Show what I sent").click()
    expect(page.get_by_text(re.compile("Nothing has been sent"))).to_be_visible()


def test_without_a_net_it_says_so_and_stays(visits):
    page = visits.page()
    page.goto("/yours/")
    page.get_by_label("Your phrase").fill("abandon " * 11 + "about")
    page.context.set_offline(True)
    page.get_by_role("button", name="Show what I sent").click()
    expect(page.get_by_text("There is no answer just now.")).to_be_visible()
    # The browser reports the cut line too, and rightly.
    visits.complaints.clear()
