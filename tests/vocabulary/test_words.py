"""Every closed list: values that are stored, words that are read."""

import re
from pathlib import Path

import pytest

from mapper import vocabulary
from mapper.vocabulary import Word

REFERENCE = (
    Path(__file__).parents[2].joinpath("docs", "reference", "vocabulary.md").read_text("utf-8")
)

LISTS = [
    vocabulary.Age,
    vocabulary.Answer,
    vocabulary.Basis,
    vocabulary.Detail,
    vocabulary.GroundKind,
    vocabulary.Kind,
    vocabulary.LabelRank,
    vocabulary.Level,
    vocabulary.Lifecycle,
    vocabulary.Measure,
    vocabulary.Mount,
    vocabulary.OperatorType,
    vocabulary.Role,
    vocabulary.Scenario,
    vocabulary.Scope,
    vocabulary.SensitiveKind,
    vocabulary.State,
    vocabulary.StreetClass,
    vocabulary.Verdict,
]


def test_all_lists_are_tested() -> None:
    exported = {getattr(vocabulary, name) for name in vocabulary.__all__}
    lists = {
        each
        for each in exported
        if isinstance(each, type) and issubclass(each, Word) and each is not Word
    }
    assert lists == set(LISTS)


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_values_are_plain_and_labels_differ(words: type[Word]) -> None:
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", word.value) for word in words)
    assert len({word.label for word in words}) == len(words)


def test_a_word_is_its_value_and_carries_english() -> None:
    assert str(vocabulary.Kind.PANNING) == "panning"
    assert vocabulary.Kind("panning") is vocabulary.Kind.PANNING
    assert vocabulary.Kind.PANNING.label == "Panning camera"


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_and_label_is_in_the_reference(words: type[Word]) -> None:
    for word in words:
        assert f"`{word.value}`" in REFERENCE
        assert word.label in REFERENCE
