"""The orders of the list, and its pages."""

from datetime import date

import pytest

from mapper.pages.camera_list.order import ORDERS, mark_of, order_of, place_of, text_of, turned
from mapper.settings import limits
from mapper.tiles.index.building import read_all
from mapper.tiles.index.questions import Order, listed
from mapper.vocabulary import Kind, Selection, State
from tests.factories.cameras import make_camera

TODAY = date(2026, 11, 22)


def leaf_through(order: Order, rows: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every camera, page by page."""
    monkeypatch.setattr(limits, "LIST_PAGE_ROWS", rows)
    index, found, after = read_all().index, [], ""
    while True:
        page = listed(index, None, Selection(), order, place_of(order, after), TODAY)
        found += page.ids
        if not page.more:
            return found
        after = mark_of(order, page.keys[-1], page.ids[-1])


@pytest.mark.parametrize("text", ["", "nonsense", "--kind", "kind-", "pk"])
def test_an_unknown_order_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be sorted"):
        order_of(text)


@pytest.mark.parametrize("text", ["kind", "-seen"])
def test_an_order_is_written_as_it_was_read(text: str) -> None:
    assert text_of(order_of(text)) == text


def test_turned_twice_an_order_is_as_before() -> None:
    order = order_of("-seen")
    assert text_of(turned(order)) == "seen"
    assert turned(turned(order)) == order


@pytest.mark.django_db
@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("backwards", [False, True])
def test_leafing_shows_each_camera_once(
    name: str, monkeypatch: pytest.MonkeyPatch, *, backwards: bool
) -> None:
    days = [None, date(2020, 1, 1), date(2026, 1, 1), date(2026, 1, 1)]
    cameras = [
        make_camera(kind=kind, last_seen_on=day, first_seen_on=day)
        for kind in (Kind.DOME, Kind.FIXED)
        for day in days
    ]
    order = Order(name, backwards)
    by_threes = leaf_through(order, 3, monkeypatch)
    assert sorted(by_threes) == sorted(camera.pk for camera in cameras)
    assert by_threes == leaf_through(order, 100, monkeypatch)


@pytest.mark.django_db
def test_seen_last_comes_first_and_unknown_days_come_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, unknown, new = (
        make_camera(first_seen_on=day, last_seen_on=day)
        for day in (date(2024, 1, 1), None, date(2026, 1, 1))
    )
    found = leaf_through(Order("seen", backwards=True), 10, monkeypatch)
    assert found == [new.pk, old.pk, unknown.pk]


@pytest.mark.django_db
def test_the_state_of_today_decides_and_not_the_stored_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grown_old = make_camera(state=State.CONFIRMED, last_seen_on=date(2020, 1, 1))
    fresh = make_camera(state=State.CONFIRMED, last_seen_on=TODAY)
    gone = make_camera(state=State.GONE, last_seen_on=TODAY)
    found = leaf_through(Order("state", backwards=False), 10, monkeypatch)
    assert found == [fresh.pk, gone.pk, grown_old.pk]


@pytest.mark.parametrize(
    "after", ["dome", "dome~", "dome~x", "~-1", "~1", "x~1", "x~²", f"dome~{'9' * 40}"]
)
def test_a_page_we_never_handed_out_is_refused(after: str) -> None:
    with pytest.raises(ValueError, match="not one we handed out"):
        place_of(order_of("kind"), after)


@pytest.mark.parametrize("after", ["2026-13-01~1", "yesterday~1", "1~1~1"])
def test_a_day_we_never_handed_out_is_refused(after: str) -> None:
    with pytest.raises(ValueError, match="not one we handed out"):
        place_of(order_of("-seen"), after)
