"""What needs doing here, on a phone: one tap each, and one to undo."""

import re

from playwright.sync_api import expect

ADDRESS = "/nearby/?lat=46.99783&lon=-28.0028"


def task(page, question):
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=question)).first


def test_a_camera_is_confirmed_with_one_tap_and_undone_with_another(phone):
    phone.goto(ADDRESS)
    task(phone, "Is it still there?").get_by_role("button", name="Still there").tap()
    done = phone.get_by_role("listitem").filter(has_text="Thank you.")
    expect(done.get_by_role("status")).to_be_visible()
    expect(done.get_by_role("heading")).to_have_count(0)
    done.get_by_role("button", name="Undo").tap()
    expect(phone.get_by_text("Taken back.")).to_be_visible()


def test_a_facing_is_told_with_one_tap(phone):
    phone.goto(ADDRESS)
    task(phone, "Which way does it face?").get_by_role("button", name="North-east").tap()
    expect(phone.get_by_text("Thank you.")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", name="Is it still there?").first).to_be_visible()


def test_the_map_leads_to_what_needs_doing_there(phone):
    phone.goto("/#17/46.99783/-28.00280")
    phone.get_by_role("link", name="To do").tap()
    expect(phone).to_have_url(re.compile(r"/nearby/\?lat=46\.99783&lon=-28\.00280"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("What needs doing here")


def test_where_nothing_is_known_nothing_needs_doing(phone):
    phone.goto("/nearby/?lat=46.5&lon=-28.5")
    expect(phone.get_by_text("Nothing needs doing within 300 m")).to_be_visible()


def test_without_script_each_question_has_its_form(visits):
    page = visits.page(java_script_enabled=False)
    page.goto(ADDRESS)
    card = task(page, "Is it still there?")
    card.get_by_role("button", name="Still there").click()
    expect(page).to_have_url(re.compile(r"/cameras/\d+/\?said="))
