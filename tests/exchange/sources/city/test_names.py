"""Tests of the names of streets and areas."""

from collections import defaultdict

import numpy as np

from mapper.exchange.sources.city.city import City
from mapper.exchange.sources.city.names import area_names, street_names
from mapper.exchange.sources.demo_town.names import NOUNS


def test_every_street_has_a_name_and_in_its_quarter_no_other_has_it(city: City) -> None:
    names = street_names(city.streets, np.random.default_rng(1))
    assert len(names) == len(city.streets)
    here = defaultdict(list)
    for quarter, name in zip(city.streets.quarter.tolist(), names, strict=True):
        here[quarter].append(name)
    for theirs in here.values():
        assert len(set(theirs)) == len(theirs)
        assert all(len(name.split()) > 1 for name in theirs)


def test_however_many_areas_no_two_are_called_the_same(dice: np.random.Generator) -> None:
    count = 9 * len(NOUNS)
    names = area_names(count, "Ward", dice)
    assert len(set(names)) == count
    assert all("Ward" in name for name in names)


def test_names_are_not_in_the_order_of_the_alphabet(dice: np.random.Generator) -> None:
    names = area_names(20, "District", dice)
    assert names != sorted(names)
