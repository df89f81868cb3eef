"""What else the index answers, as looking at each camera would."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import Box
from mapper.geometry.cells import centre_of
from mapper.geometry.distances import metres_between
from mapper.settings import limits
from mapper.tiles.index import questions, scanning
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.questions import (
    ORDERS,
    Order,
    groups_in,
    homes_in,
    key_of,
    key_text,
    listed,
    nearest,
    numbers_after,
)
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.words import FILTERS, PARTS, WORD_BITS, chosen, day_number, ranks_of
from mapper.vocabulary import Answer, OperatorType, Selection
from tests.geometry.uncompiled import uncompile
from tests.tiles.index.made import CAMERAS, a_camera, index_of, points_of

TODAY = date(2026, 10, 1)
BOX = Box(24.92, 60.12, 24.98, 60.18)
FACES = Selection(face_recognition=frozenset({Answer.YES, Answer.NO}))
LISTS = st.builds(Order, st.sampled_from(ORDERS), st.booleans())
HERE = (24.9, 60.1)
CELL = 18_000 << limits.HOME_CELL_ZOOM | 9_000


def everything(index: CameraIndex, box: Box | None, selection: Selection, order: Order):
    """Every page of a list."""
    found, after = [], None
    while True:
        page = listed(index, box, selection, order, after, TODAY)
        found += page.ids
        if not page.more:
            assert page.total == len(found)
            return found
        after = page.keys[-1], page.ids[-1]


@given(CAMERAS, CAMERAS, st.sampled_from([None, BOX]), st.sampled_from([Selection(), FACES]), LISTS)
def test_a_list_holds_each_chosen_camera_once_and_in_order(
    before, after, box, selection, order
) -> None:
    changed = {camera[0] for camera in after}
    index = index_of(before).with_changed(changed, points_of(after))
    now = [camera for camera in before if camera[0] not in changed] + after
    wanted = chosen(selection, TODAY)
    steps = wanted.steps[np.array([camera[4] for camera in now], dtype=np.uint16)]
    keys = {}
    for camera, step in zip(now, steps.tolist(), strict=True):
        number = step << 14 | camera[3]
        if wanted.flags[number] and (box is None or box.contains(camera[1], camera[2])):
            ranked = order.name != "seen"
            keys[camera[0]] = int(ranks_of(order.name)[number]) if ranked else camera[4]
    sign = -1 if order.backwards else 1
    expected = sorted(keys, key=lambda number: (sign * keys[number], number))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "LIST_PAGE_ROWS", 4)
        assert everything(index, box, selection, order) == expected


@pytest.mark.parametrize("backwards", [False, True])
def test_a_long_list_by_day_is_whole(backwards: bool) -> None:  # noqa: FBT001
    day = day_number(TODAY)
    cameras = [
        (*a_camera(number, 24.9 + number / 10_000, 60.1)[:4], day - number * 37 % 500, 0)
        for number in range(4_000)
    ]
    gone, moved = {7, 70, 700}, 800
    index = index_of(cameras).with_changed({*gone, moved}, points_of(cameras[moved : moved + 1]))
    left = [camera for camera in cameras if camera[0] not in gone]
    left.sort(key=lambda camera: (-camera[4] if backwards else camera[4], camera[0]))
    found = everything(index, None, Selection(), Order("seen", backwards))
    assert found == [camera[0] for camera in left]


def test_a_long_list_lets_go_of_what_it_cannot_show(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of([a_camera(number, 24.9 + number / 10_000, 60.1) for number in range(1, 200)])
    monkeypatch.setattr(limits, "LIST_PAGE_ROWS", 2)
    order = Order("kind", backwards=False)
    assert listed(index, None, Selection(), order, None, TODAY).ids == [1, 2]
    uncompile(monkeypatch, questions, scanning)
    page = listed(index, None, Selection(), order, (2, 50), TODAY)
    assert (page.ids, page.total, page.more) == ([51, 52], 199, True)
    first = nearest(index.with_changed([1], points_of([])), HERE, 2, 100.0, Selection(), TODAY)
    assert [camera for camera, _ in first] == [2, 3]


@given(CAMERAS, CAMERAS)
def test_groups_count_each_camera_once(before, after) -> None:
    changed = {camera[0] for camera in after}
    index = index_of(before).with_changed(changed, points_of(after))
    groups = groups_in(index, None, TODAY)
    assert sum(count for _, count in groups) == index.number
    for words, _ in groups:
        assert words[0] in list(PARTS["kind"].words)
        assert len(words) == len(FILTERS)
    assert sum(count for _, count in groups_in(index, Box(0, 0, 1, 1), TODAY)) == 0


def told(found: HomeCells) -> list[tuple[int, int]]:
    return list(zip(found.cells.tolist(), found.counts.tolist(), strict=True))


def test_homes_are_given_by_whole_cells() -> None:
    cells = HomeCells(np.array([CELL, CELL + 5]), np.array([3, 4]))
    index = index_of([]).with_homes([CELL, CELL + 5], cells)
    assert told(homes_in(index, None, Selection())) == [(CELL, 3), (CELL + 5, 4)]
    lon, lat = centre_of(CELL, limits.HOME_CELL_ZOOM)
    around = Box(lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001)
    assert told(homes_in(index, around, Selection())) == [(CELL, 3)]
    homes = Selection(operator_types=frozenset({OperatorType.PRIVATE_HOME}))
    police = Selection(operator_types=frozenset({OperatorType.POLICE}))
    assert told(homes_in(index, None, homes))
    assert told(homes_in(index, None, police)) == []


@pytest.mark.parametrize("name", ORDERS)
def test_a_key_is_read_as_it_was_written(name: str) -> None:
    order = Order(name, backwards=False)
    keys = [0, 1, 20_000] if name == "seen" else [0, 1, 2]
    assert [key_of(order, key_text(order, key)) for key in keys] == keys


@given(CAMERAS, CAMERAS, st.sampled_from([None, BOX]), st.integers(0, 31))
def test_the_first_after_a_number_are_found(before, after, box, number) -> None:
    changed = {camera[0] for camera in after}
    index = index_of(before).with_changed(changed, points_of(after))
    now = [camera for camera in before if camera[0] not in changed] + after
    here = sorted(one[0] for one in now if box is None or box.contains(one[1], one[2]))
    found, total = numbers_after(index, box, Selection(), number, 3, TODAY)
    assert found == [one for one in here if one > number][:3]
    assert total == len(here)
    assert numbers_after(index, box, Selection(), 10**18, 3, TODAY) == ([], len(here))


@given(CAMERAS, CAMERAS, st.sampled_from([Selection(), FACES]), st.integers(1, 9))
def test_the_nearest_are_the_first_of_all(before, after, selection, number) -> None:
    changed = {camera[0] for camera in after}
    index = index_of(before).with_changed(changed, points_of(after))
    now = [camera for camera in before if camera[0] not in changed] + after
    wanted = chosen(selection, TODAY)
    place = (24.95, 60.15)
    steps = wanted.steps[np.array([camera[4] for camera in now], dtype=np.uint16)]
    expected = sorted(
        metres_between(*place, camera[1], camera[2])
        for camera, step in zip(now, steps.tolist(), strict=True)
        if wanted.flags[step << WORD_BITS | camera[3]]
    )
    found = nearest(index, place, number, 5_000.0, selection, TODAY)
    assert [metres for _, metres in found] == pytest.approx(
        [metres for metres in expected if metres <= 5_000][:number], abs=0.05
    )
    assert {camera for camera, _ in found} <= {camera[0] for camera in now}
