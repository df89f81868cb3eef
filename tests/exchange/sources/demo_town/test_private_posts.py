"""Tests of the cameras of businesses, homes and unknown hands."""

from mapper.exchange.sources.demo_town.post import Post
from mapper.vocabulary import OperatorType


def test_of_some_cameras_nobody_knows_who_runs_them(posts: list[Post]):
    unknown = [post for post in posts if post.operator_type == OperatorType.UNKNOWN]
    assert sum(len(post.stands) for post in unknown) > 10


def test_about_a_dozen_hang_at_private_homes(posts: list[Post]):
    homes = [post for post in posts if post.operator_type == OperatorType.PRIVATE_HOME]
    assert sum(len(post.stands) for post in homes) == 12
    assert not any(post.operator for post in homes)
