"""Places side by side: like with like, and none ranked where nobody has looked."""

import pytest

from mapper.pages.places.order import Order
from mapper.pages.places.rows import tables_of
from mapper.pages.places.ways import Ways
from mapper.places.models import Place
from mapper.vocabulary import Level
from tests.factories.figures import make_figures, watched_ways
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


def measured(name, seen, looked_m=1_000.0, **fields):
    place = make_place(name, **fields)
    ways = watched_ways(seen=seen, looked_m=looked_m)
    make_figures(place, ways={"public": ways, "all": ways})
    return place


def tables(sort="", ways=Ways.PUBLIC):
    places = Place.objects.select_related("parent", "coverage")
    return tables_of(places, ways, Order.parse(sort))


def names(sort=""):
    return [row.name for table in tables(sort) for row in table.rows]


def test_only_like_stands_beside_like():
    town = make_place("Town", level=Level.CITY)
    make_place("Harbour", parent=town)
    make_place("Elsewhere")
    found = [(table.title, [row.name for row in table.rows]) for table in tables()]
    assert found == [
        ("Cities", ["Town"]),
        ("Wards", ["Elsewhere"]),
        ("Wards in Town", ["Harbour"]),
    ]


def test_two_towns_of_one_name_have_a_table_each():
    for town in (make_place("Newtown", level=Level.CITY), make_place("Newtown", level=Level.CITY)):
        make_place("North", parent=town)
    assert [len(table.rows) for table in tables()] == [2, 1, 1]


def test_the_most_watched_comes_first():
    measured("Little", 100)
    measured("Much", 5_000)
    assert names() == ["Much", "Little"]
    assert names("share") == ["Little", "Much"]
    assert names("name") == ["Little", "Much"]
    assert names("-name") == ["Much", "Little"]


def test_by_cameras_for_each_person_those_without_a_population_come_last():
    measured("Few people", 10, population=1_000, population_year=2026)
    measured("Many people", 10, population=9_000, population_year=2026)
    measured("Nobody knows", 10)
    assert names("-cameras") == ["Few people", "Many people", "Nobody knows"]


def test_where_nobody_has_looked_a_place_is_not_ranked():
    measured("Unlooked", 9_000, looked_m=0)
    make_place("Not computed")
    measured("Looked", 10)
    assert names() == ["Looked", "Not computed", "Unlooked"]
    (table,) = tables()
    assert table.unlooked_words.startswith("In 1 of them nobody has looked")


def test_where_nobody_has_looked_anywhere_that_is_said():
    measured("Unlooked", 9_000, looked_m=0)
    (table,) = tables()
    assert "none is ranked" in table.unlooked_words


def test_a_row_says_what_is_not_known():
    measured("A", 10)
    (row,) = tables()[0].rows
    assert row.per_thousand_words == "not known"
    assert row.looked_words == "10\N{NO-BREAK SPACE}%"
    assert tables()[0].unlooked_words == ""


def test_a_place_without_streets_divides_nothing():
    ways = watched_ways(0, 0, 0)
    make_figures(make_place("Sea"), ways={"public": ways, "all": ways})
    (row,) = tables()[0].rows
    assert not row.has_streets
    assert row.looked_words == "–"
    assert row.share.most_likely == "none"


def test_numbers_in_names_are_counted_up():
    for name in ("District 10", "District 2", "2nd of May", "District 2 North"):
        make_place(name)
    assert names("name") == ["2nd of May", "District 2", "District 2 North", "District 10"]
