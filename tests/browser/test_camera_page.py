"""The page of one camera, as somebody sees it."""

import re

from playwright.sync_api import expect

CAMERA = "/cameras/3/"


def test_it_leads_to_the_big_map_at_its_place(page):
    page.goto(CAMERA)
    page.get_by_role("link", name="See it on the big map").click()
    expect(page).to_have_url(re.compile(r"/#18/4[67]\.\d+/-2[78]\.\d+$"))


def test_it_leads_to_the_ward_it_is_in(page):
    page.goto(CAMERA)
    page.get_by_role("link", name="Old Harbour").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Old Harbour")


def test_its_small_map_is_drawn_with_streets_and_the_camera(page):
    page.goto(CAMERA)
    drawing = page.get_by_role("img", name=re.compile("Map of 160 by 120 metres"))
    expect(drawing).to_be_visible()
    assert drawing.locator(".small-map__street").count() > 0
    assert drawing.locator(".small-map__building").count() > 0
    colour = drawing.locator(".small-map__camera").evaluate("node => getComputedStyle(node).stroke")
    assert colour not in {"none", "rgb(0, 0, 0)"}


def test_its_small_map_is_there_without_script_and_on_paper(visits):
    page = visits.page(java_script_enabled=False)
    page.goto(CAMERA)
    page.emulate_media(media="print")
    expect(page.locator(".small-map svg")).to_be_visible()
    expect(page.get_by_role("link", name="Say what you see")).to_be_hidden()


def test_it_tells_and_draws_what_it_sees(page):
    page.goto(CAMERA)
    section = page.get_by_role("region", name="What it sees")
    expect(section).to_contain_text(
        re.compile(r"about [\d,]+ m² \(at least [\d,]+, at most [\d,]+\)")
    )
    expect(section).to_contain_text("Nobody knows its device")
    assert page.locator(".small-map__seen").count() == 2
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_its_tags_open_by_keyboard(page):
    page.goto(CAMERA)
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Key").first).to_be_visible()


def test_its_json_says_the_same(page):
    page.goto(CAMERA)
    kind = page.locator("h1").inner_text().split(",")[0]
    with page.expect_response("**/api/cameras/3") as answer:
        page.get_by_role("link", name="this camera as JSON").click()
    assert kind.lower().startswith(answer.value.json()["kind"])
