"""Tests of the names of streets."""

from collections import Counter

from shapely import LineString

from mapper.exchange.sources.demo_town.names import named
from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.exchange.sources.demo_town.town import Town
from mapper.vocabulary import StreetClass


def streets(count: int, length: float = 200) -> list[Stretch]:
    return [
        Stretch(LineString([(n, 0), (n, length)]), StreetClass.RESIDENTIAL, "")
        for n in range(count)
    ]


def test_no_two_streets_of_the_town_have_one_name(town: Town):
    names = Counter(street.name for street in town.streets if street.name)
    assert [name for name, count in names.items() if count > 1] == []


def test_almost_every_street_for_wheels_has_a_name(town: Town):
    unnamed = [one for one in town.streets if not one.name and one.street_class != StreetClass.PATH]
    assert len(unnamed) < len(town.streets) / 10


def test_a_name_that_is_there_stays():
    told = named([Stretch(LineString([(0, 0), (0, 90)]), StreetClass.PRIMARY, "Ring")], "seed")
    assert told[0].name == "Ring"


def test_very_short_streets_go_without_a_name():
    assert named(streets(1, length=20), "seed")[0].name == ""


def test_when_the_nouns_are_used_up_streets_go_without():
    told = named(streets(400), "seed")
    assert 100 < sum(bool(street.name) for street in told) < 400


def test_another_seed_gives_other_names():
    assert named(streets(5), "one") == named(streets(5), "one")
    assert named(streets(5), "one") != named(streets(5), "other")
