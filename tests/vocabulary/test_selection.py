"""Filters read from an address and written back into one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.vocabulary import Age, Answer, Kind, OperatorType, Selection, State

selections = st.builds(
    Selection,
    kinds=st.frozensets(st.sampled_from(Kind)),
    operator_types=st.frozensets(st.sampled_from(OperatorType)),
    states=st.frozensets(st.sampled_from(State)),
    face_recognition=st.frozensets(st.sampled_from(Answer)),
    plate_reading=st.frozensets(st.sampled_from(Answer)),
    ages=st.frozensets(st.sampled_from(Age)),
)


def test_repeated_names_and_lists_say_the_same() -> None:
    repeated, _ = Selection.from_query([("kind", "dome"), ("kind", "fixed")])
    listed, _ = Selection.from_query([("kind", "fixed, dome,")])
    assert repeated == listed == Selection(kinds=frozenset({Kind.DOME, Kind.FIXED}))


def test_each_name_fills_its_own_filter() -> None:
    selection, problems = Selection.from_query(
        [
            ("kind", "dome"),
            ("operator_type", "police"),
            ("state", "stale"),
            ("face_recognition", "yes"),
            ("plate_reading", "no"),
            ("age", "two_years"),
        ]
    )
    assert problems == ()
    assert selection == Selection(
        kinds=frozenset({Kind.DOME}),
        operator_types=frozenset({OperatorType.POLICE}),
        states=frozenset({State.STALE}),
        face_recognition=frozenset({Answer.YES}),
        plate_reading=frozenset({Answer.NO}),
        ages=frozenset({Age.TWO_YEARS}),
    )


def test_other_names_are_left_to_others_and_strange_words_are_told() -> None:
    selection, problems = Selection.from_query([("page", "2"), ("kind", "dome,Dome,balloon")])
    assert selection.kinds == {Kind.DOME}
    assert problems == ("“Dome” is no kind we know", "“balloon” is no kind we know")


def test_an_address_is_sorted() -> None:
    selection = Selection(
        states=frozenset({State.GONE}), kinds=frozenset({Kind.PANNING, Kind.DOME})
    )
    assert selection.to_query() == [("kind", "dome"), ("kind", "panning"), ("state", "gone")]


def test_what_was_chosen_under_a_name() -> None:
    selection = Selection(ages=frozenset({Age.OLDER}))
    assert selection.chosen("age") == {Age.OLDER}
    with pytest.raises(KeyError):
        selection.chosen("colour")


@given(selections)
def test_a_selection_survives_its_address(selection: Selection) -> None:
    assert Selection.from_query(selection.to_query()) == (selection, ())


@given(selections)
def test_an_empty_selection_has_an_empty_address(selection: Selection) -> None:
    assert selection.is_empty is (selection.to_query() == [])
