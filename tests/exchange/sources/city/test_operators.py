"""Tests of who runs the city's cameras."""

import numpy as np

from mapper.exchange.sources.city.labels import OPERATOR_ENDING
from mapper.exchange.sources.city.operators import NOBODY, operators, operators_of
from mapper.exchange.sources.city.posts import POSTS
from mapper.vocabulary import OperatorType


def test_every_name_says_that_it_is_invented_and_comes_once() -> None:
    names = [name for name, _ in operators()]
    assert all(name.endswith(OPERATOR_ENDING) for name in names)
    assert len(set(names)) == len(names)
    assert "(invented)" in OPERATOR_ENDING


def test_operators_are_of_the_sort_of_their_post(dice: np.random.Generator) -> None:
    post = np.repeat(np.arange(len(POSTS), dtype=np.uint8), 2_000)
    found = operators_of(post, np.zeros(len(post), np.int64), dice)
    for one, number in zip(post.tolist(), found.tolist(), strict=True):
        if number != NOBODY:
            assert operators()[number][1] is POSTS[one].operator_type
    assert set(range(len(operators()))) >= set(found.tolist()) - {NOBODY}


def test_homes_have_no_named_operator_and_a_quarter_has_one_station(
    dice: np.random.Generator,
) -> None:
    home = next(n for n, p in enumerate(POSTS) if p.operator_type is OperatorType.PRIVATE_HOME)
    local = next(n for n, p in enumerate(POSTS) if p.local)
    quarter = np.full(500, 5)
    homes = operators_of(np.full(500, home, np.uint8), quarter, dice)
    assert set(homes.tolist()) == {NOBODY}
    stations = operators_of(np.full(500, local, np.uint8), quarter, dice)
    assert len(set(stations.tolist())) == 2
    assert NOBODY in stations
