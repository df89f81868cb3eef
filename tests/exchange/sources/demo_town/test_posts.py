"""Tests of who watches what."""

from random import Random

import pytest

from mapper.exchange.sources.demo_town.island import town_bend
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.posts import OPERATORS, Post, posts_of
from mapper.exchange.sources.demo_town.stands import Stands
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import Answer, OperatorType


@pytest.fixture(scope="module")
def posts(town: Town) -> list[Post]:
    return list(posts_of(Stands(town, town_bend(SEED), Random(1))))


def test_every_post_has_its_cameras(posts: list[Post]):
    assert all(post.stands for post in posts)


def test_every_operator_says_that_it_is_invented(posts: list[Post]):
    named = {post.operator for post in posts if post.operator}
    assert named == set(OPERATORS)
    assert all(name.endswith("(invented)") for name in named)


def test_only_the_police_and_the_ferry_are_said_to_recognise_faces(posts: list[Post]):
    operators = {post.operator for post in posts if post.face_recognition == Answer.YES}
    assert operators == {"Thistlequay Police (invented)", "Lookout Ferries (invented)"}


def test_about_a_dozen_hang_at_private_homes(posts: list[Post]):
    homes = [post for post in posts if post.operator_type == OperatorType.PRIVATE_HOME]
    assert sum(len(post.stands) for post in homes) == 12
    assert not any(post.operator for post in homes)
