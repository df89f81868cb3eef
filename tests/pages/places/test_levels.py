"""The names of several places of one level."""

from mapper.pages.places.levels import level_counted, plural_of
from mapper.vocabulary import Level


def test_every_level_has_a_plural():
    assert [plural_of(level) for level in Level] == [
        "countries",
        "regions",
        "cities",
        "districts",
        "wards",
    ]


def test_so_many_of_a_level():
    assert level_counted("city", 1) == "1 city"
    assert level_counted("city", 2) == "2 cities"
