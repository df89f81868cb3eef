"""Tests of the sorts of cameras: between them they have every word there is."""

from collections.abc import Iterable, Mapping

import pytest

from mapper.exchange.sources.city.posts import POSTS, Look, Stand
from mapper.vocabulary import Answer, Kind, Mount, OperatorType, Scope, StreetClass


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("kinds", Kind),
        ("mounts", Mount),
        ("scopes", Scope),
        ("faces", Answer),
        ("plates", Answer),
        ("signs", Answer),
        ("stands", Stand),
        ("looks", Look),
    ],
)
def test_every_word_comes_somewhere(aspect: str, words: Iterable[object]) -> None:
    weights: list[Mapping[object, float]] = [getattr(post, aspect) for post in POSTS]
    assert {word for row in weights for word, weight in row.items() if weight} == set(words)


def test_every_sort_of_operator_comes_and_homes_and_nobody_have_no_names() -> None:
    assert {post.operator_type for post in POSTS} == set(OperatorType)
    nameless = {OperatorType.PRIVATE_HOME, OperatorType.UNKNOWN}
    assert all(bool(post.operators) != (post.operator_type in nameless) for post in POSTS)


def test_every_street_has_some() -> None:
    assert all(any(post.streets[one] for post in POSTS) for one in StreetClass)
