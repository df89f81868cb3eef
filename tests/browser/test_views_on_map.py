"""What cameras see, on the map: off until it is asked for, then in the address, and in words."""

import re

from playwright.sync_api import Page, expect

TOWN = "/#17/46.99650/-28.00250"
FAR = "/#11/46.99650/-28.00250"


def switch(page: Page) -> None:
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("checkbox", name="What cameras see").click()


def test_nothing_of_it_is_fetched_before_it_is_asked_for(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(TOWN)
    expect(page.locator(".camera-list li").first).to_be_visible()
    page.wait_for_timeout(500)
    assert not [
        url for url in asked if re.search("seen-layers|coverage|view-layer|tiles/views", url)
    ]
    with page.expect_response(re.compile("/tiles/coverage/16/")):
        switch(page)


def test_it_stands_in_the_address_and_outlives_a_reload(page: Page) -> None:
    page.goto(TOWN)
    switch(page)
    expect(page).to_have_url(re.compile(r"#17/46\.99650/-28\.00250/views$"))
    expect(page.locator(".leaflet-coverage-pane canvas").first).to_be_attached()
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile(r"#18/.*/views$"))
    page.reload()
    expect(page.locator(".leaflet-coverage-pane canvas").first).to_be_attached()
    switch(page)
    expect(page.locator(".leaflet-coverage-pane canvas")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("views"))


def test_an_address_that_is_pasted_is_followed(page: Page) -> None:
    page.goto(TOWN)
    expect(page.locator(".camera-list li").first).to_be_visible()
    page.evaluate("location.hash = '#16/46.99650/-28.00250/views'")
    expect(page.locator(".leaflet-coverage-pane canvas").first).to_be_attached()
    expect(page).to_have_url(re.compile("#16/.*/views$"))


def test_from_far_it_says_to_come_nearer(page: Page) -> None:
    page.goto(f"{FAR}/views")
    page.get_by_role("button", name="Layers").click()
    expect(page.get_by_role("status").filter(has_text="Come nearer")).not_to_have_count(0)


def test_the_key_stands_there_while_there_is_something_to_read_with_it(page: Page) -> None:
    page.goto(TOWN)
    page.get_by_role("button", name="Layers").click()
    key = page.get_by_text("Nobody has looked here: there may be cameras")
    expect(key).to_be_hidden()
    page.get_by_role("checkbox", name="What cameras see").check()
    expect(key).to_be_visible()
