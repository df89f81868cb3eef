"""When two answers are one answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.evidence import Place, same_facings, supports_place
from mapper.vocabulary import Facing

ONE_METRE = 1 / 111_195
ALL_ROUND = Facing(180.0, 360.0)


def same(one: list[Facing], other: list[Facing]) -> bool:
    return same_facings(tuple(one), tuple(other), bearing_deg=30, opening_deg=45)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([Facing(45)], [Facing(75)], True),
        ([Facing(45)], [Facing(76)], False),
        ([Facing(350)], [Facing(10)], True),
        ([Facing(45)], [Facing(45), Facing(225)], False),
        ([Facing(0), Facing(180)], [Facing(170), Facing(350)], True),
        ([Facing(0), Facing(180)], [Facing(10), Facing(20)], False),
        ([Facing(45, 60)], [Facing(45, 100)], True),
        ([Facing(45, 60)], [Facing(45, 120)], False),
        ([Facing(45, 60)], [Facing(45)], True),
        ([ALL_ROUND], [Facing(0.0, 360.0)], True),
        ([ALL_ROUND], [Facing(180.0)], False),
        ([], [], True),
        ([], [Facing(0)], False),
    ],
)
def test_facings_are_one_set_within_limits(
    one: list[Facing], other: list[Facing], *, expected: bool
) -> None:
    assert same(one, other) is expected


facings = st.lists(
    st.builds(
        Facing,
        st.floats(0, 359.9),
        st.one_of(st.none(), st.just(360.0), st.floats(1, 359)),
    ),
    max_size=4,
)


@given(facings, facings)
def test_likeness_is_mutual(one: list[Facing], other: list[Facing]) -> None:
    assert same(one, other) is same(other, one)


@given(facings, st.randoms())
def test_facings_are_like_themselves_in_any_order(one: list[Facing], chance) -> None:
    shuffled = list(one)
    chance.shuffle(shuffled)
    assert same(one, shuffled)


def place(metres: float, accuracy_m: float | None = None) -> Place:
    return Place(24.94, 60.17 + metres * ONE_METRE, accuracy_m)


@pytest.mark.parametrize(
    ("said", "answer", "expected"),
    [
        (place(0), place(9), True),
        (place(0), place(11), False),
        (place(0, 20), place(19), True),
        (place(0), place(19, 20), False),
        (place(0, 500), place(29), True),
        (place(0, 500), place(31), False),
        (place(0, 1), place(9), True),
    ],
)
def test_a_place_is_meant_within_ten_metres_or_its_own_accuracy(
    said: Place, answer: Place, *, expected: bool
) -> None:
    assert supports_place(said, answer, metres=10, most_m=30) is expected
