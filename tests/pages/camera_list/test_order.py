"""The orders of the list, and its pages."""

from datetime import date

import pytest

from mapper.cameras.models import Camera
from mapper.pages.camera_list.order import ORDERS, Order, mark_of
from mapper.vocabulary import Kind, State
from tests.factories.cameras import make_camera

TODAY = date(2026, 11, 22)


def leaf_through(order: Order, rows: int) -> list[int]:
    """Every camera, page by page."""
    found: list[Camera] = []
    after = ""
    while page := list(order.page(Camera.objects.public(), after, rows, TODAY)):
        found += page
        after = mark_of(page[-1].sort_key, page[-1].pk)  # type: ignore[attr-defined]
    return [camera.pk for camera in found]


@pytest.mark.parametrize("text", ["", "nonsense", "--kind", "kind-", "pk"])
def test_an_unknown_order_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be sorted"):
        Order.parse(text)


@pytest.mark.parametrize("text", ["kind", "-seen"])
def test_an_order_is_written_as_it_was_read(text: str) -> None:
    assert str(Order.parse(text)) == text


def test_turned_twice_an_order_is_as_before() -> None:
    order = Order.parse("-seen")
    assert str(order.turned) == "seen"
    assert order.turned.turned == order


@pytest.mark.django_db
@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("backwards", [False, True])
def test_leafing_shows_each_camera_once(name: str, *, backwards: bool) -> None:
    days = [None, date(2020, 1, 1), date(2026, 1, 1), date(2026, 1, 1)]
    cameras = [
        make_camera(kind=kind, last_seen_on=day, first_seen_on=day)
        for kind in (Kind.DOME, Kind.FIXED)
        for day in days
    ]
    order = Order(name, backwards)
    assert sorted(leaf_through(order, 3)) == sorted(camera.pk for camera in cameras)
    assert leaf_through(order, 3) == leaf_through(order, 100)


@pytest.mark.django_db
def test_seen_last_comes_first_and_unknown_days_come_last() -> None:
    old, unknown, new = (
        make_camera(first_seen_on=day, last_seen_on=day)
        for day in (date(2024, 1, 1), None, date(2026, 1, 1))
    )
    assert leaf_through(Order("seen", backwards=True), 10) == [new.pk, old.pk, unknown.pk]


@pytest.mark.django_db
def test_the_state_of_today_decides_and_not_the_stored_one() -> None:
    grown_old = make_camera(state=State.CONFIRMED, last_seen_on=date(2020, 1, 1))
    fresh = make_camera(state=State.CONFIRMED, last_seen_on=TODAY)
    gone = make_camera(state=State.GONE, last_seen_on=TODAY)
    assert leaf_through(Order("state", backwards=False), 10) == [fresh.pk, gone.pk, grown_old.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("after", ["dome", "dome~", "dome~x", "~-1", "x~²", f"x~{'9' * 40}"])
def test_a_page_we_never_handed_out_is_refused(after: str) -> None:
    with pytest.raises(ValueError, match="not one we handed out"):
        Order.parse("kind").page(Camera.objects.public(), after, 3, TODAY)
