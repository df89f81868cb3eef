"""Tests of groups of cameras and of who runs them."""

from mapper.exchange.sources.demo_town.post import OPERATORS, Post


def test_every_post_has_its_cameras(posts: list[Post]):
    assert all(post.stands for post in posts)


def test_every_operator_says_that_it_is_invented(posts: list[Post]):
    named = {post.operator for post in posts if post.operator}
    assert named == set(OPERATORS)
    assert all(name.endswith("(invented)") for name in named)
