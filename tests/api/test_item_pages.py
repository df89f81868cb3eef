"""Pages of items are the same whichever way they are found, and no way looks at everything."""

from collections.abc import Iterator
from datetime import date

import orjson
import pytest

from mapper.api.item_pages import ItemPage, PageQuestion, page_of
from mapper.api.problems import BadQueryError
from mapper.geometry import Box
from mapper.settings import limits
from mapper.vocabulary import Kind, Selection, State
from tests.factories.cameras import HERE, make_camera, make_home_camera, make_operator

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 1)
LON, LAT = HERE
STREET = Box(LON - 0.001, LAT - 0.001, LON + 0.001, LAT + 0.001)
TOWN = Box(LON - 1, LAT - 1, LON + 1, LAT + 1)
WORLD = Box(-180, -90, 180, 90)
ROUND_THE_BACK = Box(LON - 1, -90, LON - 2, 90)
ALL = Selection()
Days = tuple[date | None, date | None]
LONG_AGO = date(2000, 1, 1)
EVER = (LONG_AGO, None)
DOMES, _ = Selection.from_query([("kind", "dome")])


def asked(
    box: Box | None, selection: Selection = ALL, *, after: int = 0, days: Days | None = None
) -> PageQuestion:
    """A question for a page of two, as of `TODAY`."""
    return PageQuestion(selection=selection, today=TODAY, size=2, box=box, days=days, after=after)


def numbers_on(page: ItemPage) -> list[int]:
    """The numbers of a page's cameras."""
    features = orjson.loads(b"[" + page.features + b"]")
    assert len(features) == page.number
    return [feature["id"] for feature in features]


def numbers(
    box: Box | None, selection: Selection = ALL, days: Days | None = None
) -> Iterator[list[int]]:
    """The numbers on each page, from the first to the last."""
    after: int | None = 0
    while after is not None:
        page = page_of(asked(box, selection, after=after, days=days))
        yield numbers_on(page)
        after = page.goes_on_after


def few_are_looked_at(monkeypatch: pytest.MonkeyPatch, *, searched: int, walked: int) -> None:
    """Let a page look at hardly any camera."""
    monkeypatch.setattr(limits, "ITEMS_SEARCHED", searched)
    monkeypatch.setattr(limits, "ITEMS_WALKED", walked)


@pytest.mark.parametrize("box", [STREET, TOWN, WORLD, ROUND_THE_BACK, None])
@pytest.mark.parametrize("walked", [1_000, 4, 2])
@pytest.mark.parametrize("searched", [1_000, 3])
@pytest.mark.parametrize("days", [None, EVER])
def test_every_camera_is_on_one_page_in_order(
    box: Box | None,
    walked: int,
    searched: int,
    days: Days | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few_are_looked_at(monkeypatch, searched=searched, walked=walked)
    made = [make_camera().pk for _ in range(5)]
    pages = list(numbers(box, days=days))
    assert [number for page in pages for number in page] == made
    assert all(pages[:-1])


@pytest.mark.parametrize("box", [STREET, TOWN, WORLD, None])
@pytest.mark.parametrize("searched", [1_000, 3])
@pytest.mark.parametrize("days", [None, EVER])
def test_only_what_was_chosen(
    box: Box | None, searched: int, days: Days | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_are_looked_at(monkeypatch, searched=searched, walked=4)
    domes = []
    for _ in range(3):
        domes.append(make_camera(kind=Kind.DOME).pk)
        make_home_camera(kind=Kind.DOME)
        make_camera()
    assert [number for page in numbers(box, DOMES, days) for number in page] == domes


def test_only_what_is_in_the_box_when_numbers_are_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    few_are_looked_at(monkeypatch, searched=1, walked=4)
    here = []
    for _ in range(3):
        here.append(make_camera().pk)
        make_camera(0.0, 0.0)
    assert [number for page in numbers(TOWN, days=EVER) for number in page] == here


def test_those_seen_then_are_asked_of_the_database() -> None:
    make_camera(first_seen_on=date(2020, 1, 1), last_seen_on=date(2021, 1, 1))
    seen = make_camera().pk
    page = page_of(PageQuestion(ALL, TODAY, 2, STREET, days=(date(2025, 1, 1), None)))
    assert (numbers_on(page), page.matched) == ([seen], None)


def test_a_street_with_more_than_a_page_goes_on() -> None:
    made = [make_camera().pk for _ in range(3)]
    assert list(numbers(STREET)) == [made[:2], made[2:]]
    assert page_of(asked(STREET)).matched == 3


@pytest.mark.parametrize("today", [TODAY, date(2031, 1, 1)])
def test_the_index_tells_the_same_as_the_database(today: date) -> None:
    facings = [{"bearing": 45.5, "opening": None}, {"bearing": 200, "opening": 60.0}]
    make_camera(facings=facings, operator=make_operator("“City” \\"), state=State.CONFIRMED)
    make_camera(-LON / 3, -LAT, height_m=4.5, tilt_deg=-10.0, start_date="2020-05", zone="town")
    make_camera(0.0, 1e-7, ref='7\n"\\ ü', first_seen_on=None, last_seen_on=None, accuracy_m=3.0)
    made = {"size": 5, "today": today, "selection": ALL}
    told = [
        orjson.loads(b"[" + page_of(PageQuestion(**made, days=days)).features + b"]")
        for days in (None, (None, None))
    ]
    assert len(told[0]) == 3
    assert told[0] == told[1]


def test_too_few_among_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    few_are_looked_at(monkeypatch, searched=1, walked=2)
    for _ in range(3):
        make_camera()
    make_camera(first_seen_on=LONG_AGO, last_seen_on=LONG_AGO)
    for box in (WORLD, None):
        with pytest.raises(BadQueryError, match="smaller box"):
            page_of(asked(box, days=(None, LONG_AGO)))


def test_what_is_rare_among_many_is_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    few_are_looked_at(monkeypatch, searched=1, walked=2)
    for _ in range(6):
        make_camera()
    dome = make_camera(kind=Kind.DOME).pk
    page = page_of(asked(WORLD, DOMES))
    assert (numbers_on(page), page.goes_on_after, page.matched) == ([dome], None, 1)
