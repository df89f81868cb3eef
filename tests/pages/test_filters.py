"""The filters as a page shows them."""

from mapper.pages.filters import filters_for
from mapper.vocabulary import Kind, Selection, State


def test_every_filter_of_a_selection_is_offered_with_all_its_words() -> None:
    offered = filters_for(Selection())
    assert [question.name for question in offered] == [
        "kind",
        "operator_type",
        "face_recognition",
        "plate_reading",
        "state",
        "age",
    ]
    assert [option.label for option in offered[4].options] == [state.label for state in State]
    assert not any(option.chosen for question in offered for option in question.options)


def test_what_was_chosen_is_ticked() -> None:
    kinds = filters_for(Selection(kinds=frozenset({Kind.DOME, Kind.FIXED})))[0]
    assert {option.value for option in kinds.options if option.chosen} == {"dome", "fixed"}
