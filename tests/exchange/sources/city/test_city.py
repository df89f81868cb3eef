"""Tests of the whole city: always the same, of any size, and like a city."""

from dataclasses import fields, is_dataclass
from hashlib import sha256

import numpy as np
import pytest

from mapper.exchange.sources.city.city import BLOCK, City, make_city, usual_streets
from mapper.exchange.sources.city.posts import POSTS
from mapper.vocabulary import OperatorType


def digest(thing: object) -> str:
    """A fingerprint of everything in a record, and in those it holds."""
    told = sha256()
    for field in fields(thing):
        value = getattr(thing, field.name)
        told.update(digest(value).encode() if is_dataclass(value) else np.asarray(value).tobytes())
    return told.hexdigest()


def digests(city: City) -> list[str]:
    """Fingerprints of the streets and of every block of cameras."""
    return [digest(city.streets), *map(digest, city.blocks())]


def test_the_same_seed_and_numbers_make_the_same_city(city: City) -> None:
    assert digests(make_city("testing", city.cameras, len(city.streets))) == digests(city)


def test_another_seed_makes_another_city(city: City) -> None:
    other = digests(make_city("other", city.cameras, len(city.streets)))
    assert not set(other) & set(digests(city))


def test_a_seed_keeps_its_city() -> None:
    """A change of the sums would make another city of everybody's seed."""
    first = next(make_city("testing", 50, 3).blocks())
    assert first.lonlat[0] == pytest.approx([-41.9884111, 29.5646259], abs=1e-6)
    assert first.lonlat[1] == pytest.approx([-41.9830425, 29.5708615], abs=1e-6)
    assert first.kind[:8].tolist() == [5, 0, 0, 3, 2, 2, 2, 2]


@pytest.mark.parametrize(("cameras", "streets"), [(1, 1), (5, 40), (1_000, 1), (60_000, 700)])
def test_it_has_exactly_as_much_as_was_asked_for(cameras: int, streets: int) -> None:
    city = make_city("testing", cameras, streets)
    blocks = list(city.blocks())
    assert len(city.streets) == streets
    assert sum(map(len, blocks)) == cameras == city.cameras
    assert max(map(len, blocks)) <= BLOCK
    numbers = np.concatenate([block.number for block in blocks])
    assert (numbers == np.arange(cameras)).all()


def test_cameras_stand_in_the_order_of_their_streets(city: City) -> None:
    street = np.concatenate([block.street for block in city.blocks()])
    assert (np.diff(street) >= 0).all()
    assert (np.bincount(street, minlength=len(city.streets)) == np.diff(city.starts)).all()


def test_some_streets_are_far_denser_than_others(city: City) -> None:
    a_metre = np.diff(city.starts) / city.lines.length_m()
    thin, dense = np.percentile(a_metre, [5, 95])
    assert dense > 5 * thin


def test_it_has_every_sort_of_operator_and_homes(city: City) -> None:
    posts = np.concatenate([block.post for block in city.blocks()])
    shares = np.bincount(posts, minlength=len(POSTS)) / len(posts)
    assert shares.min() > 0.01
    assert {post.operator_type for post in POSTS} == set(OperatorType)


@pytest.mark.parametrize(("cameras", "streets"), [(1, 1), (100, 1), (2_580_000, 20_000)])
def test_streets_follow_the_cameras(cameras: int, streets: int) -> None:
    assert usual_streets(cameras) == streets
