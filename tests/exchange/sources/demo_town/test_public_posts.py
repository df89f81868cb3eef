"""Tests of the cameras of public bodies."""

from random import Random

from mapper.exchange.sources.demo_town.island import town_bend
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.post import Post
from mapper.exchange.sources.demo_town.public_posts import public_posts
from mapper.exchange.sources.demo_town.stands import Stands
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import Answer, OperatorType


def test_public_bodies_are_the_council_the_police_and_services(town: Town):
    posts = list(public_posts(Stands(town, town_bend(SEED), Random(1))))
    assert {post.operator_type for post in posts} == {OperatorType.PUBLIC, OperatorType.POLICE}
    assert all(post.operator for post in posts)


def test_only_the_police_and_the_ferry_are_said_to_recognise_faces(posts: list[Post]):
    operators = {post.operator for post in posts if post.face_recognition == Answer.YES}
    assert operators == {"Thistlequay Police (invented)", "Lookout Ferries (invented)"}
