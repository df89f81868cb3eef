"""The tags of the ground mean what docs/reference/import-osm.md says they do."""

import pytest

from mapper.exchange.sources.osm import ground_tags
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"highway": "trunk_link"}, StreetClass.MOTORWAY),
        ({"highway": "primary"}, StreetClass.PRIMARY),
        ({"highway": "tertiary"}, StreetClass.SECONDARY),
        ({"highway": "living_street"}, StreetClass.RESIDENTIAL),
        ({"highway": "service"}, StreetClass.SERVICE),
        ({"highway": "pedestrian"}, StreetClass.PEDESTRIAN),
        ({"highway": "steps"}, StreetClass.PATH),
        ({"railway": "tram"}, StreetClass.RAIL),
        ({"railway": "tram", "highway": "service"}, StreetClass.SERVICE),
        ({"highway": "construction"}, None),
        ({"highway": "proposed"}, None),
        ({"highway": "platform"}, None),
        ({"railway": "abandoned"}, None),
        ({}, None),
    ],
)
def test_streets(tags, expected):
    assert ground_tags.street_class_of(tags) is expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"natural": "water"}, GroundKind.WATER),
        ({"waterway": "riverbank"}, GroundKind.WATER),
        ({"leisure": "park"}, GroundKind.PARK),
        ({"landuse": "forest"}, GroundKind.WOOD),
        ({"natural": "tree", "landuse": "grass"}, GroundKind.GRASS),
        ({"natural": "beach"}, GroundKind.SAND),
        ({"landuse": "industrial"}, None),
    ],
)
def test_surfaces(tags, expected):
    assert ground_tags.surface_of(tags) is expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"waterway": "river"}, True),
        ({"waterway": "river", "tunnel": "no"}, True),
        ({"waterway": "stream", "tunnel": "culvert"}, False),
        ({"waterway": "weir"}, False),
    ],
)
def test_watercourses_run_in_the_open(tags, expected):
    assert ground_tags.is_watercourse(tags) is expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"height": "12.5"}, 12.5),
        ({"height": "12 m", "building:levels": "9"}, 12.0),
        ({"height": "tall", "building:levels": "4"}, 12.0),
        ({"height": "99999"}, None),
        ({}, None),
    ],
)
def test_a_building_is_as_high_as_told_or_as_its_storeys(tags, expected):
    assert ground_tags.building_height_of(tags) == expected


def test_what_is_no_building_or_no_coast():
    assert ground_tags.is_building({"building": "yes"})
    assert not ground_tags.is_building({"building": "no"})
    assert ground_tags.is_coastline({"natural": "coastline"})
    assert not ground_tags.is_coastline({"natural": "cliff"})


@pytest.mark.parametrize(
    ("admin_level", "expected"),
    [
        ("1", None),
        ("2", Level.COUNTRY),
        ("3", Level.REGION),
        ("5", Level.REGION),
        ("6", Level.CITY),
        ("8", Level.CITY),
        ("9", Level.DISTRICT),
        ("10", Level.WARD),
        ("11", Level.WARD),
        ("12", None),
    ],
)
def test_levels(admin_level, expected):
    tags = {"boundary": "administrative", "admin_level": admin_level}
    assert ground_tags.level_of(tags) is expected
    assert ground_tags.level_of(tags | {"boundary": "maritime"}) is None


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"population": "38350", "population:date": "2020-12-31"}, (38350, 2020)),
        ({"population": "38 350", "source:population": "INSEE 2018"}, (38350, 2018)),
        ({"population": "38350"}, None),
        ({"population": "many", "population:date": "2020"}, None),
        ({"population": "²", "population:date": "2020"}, None),
        ({"population": "9" * 12, "population:date": "2020"}, None),
        ({"population": "38350", "population:date": "20201"}, None),
        ({}, None),
    ],
)
def test_a_population_has_a_year_or_is_left(tags, expected):
    assert ground_tags.population_of(tags) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("country", LabelRank.COUNTRY),
        ("city", LabelRank.CITY),
        ("town", LabelRank.TOWN),
        ("village", LabelRank.SUBURB),
        ("quarter", LabelRank.NEIGHBOURHOOD),
        ("islet", None),
    ],
)
def test_names_have_a_rank(place, expected):
    assert ground_tags.label_rank_of({"place": place, "name": "Somewhere"}) is expected
    assert ground_tags.label_rank_of({"place": place}) is None


@pytest.mark.parametrize(
    ("tags", "kinds"),
    [
        ({"amenity": "school"}, ["school"]),
        ({"amenity": "kindergarten"}, ["school"]),
        ({"amenity": "university"}, []),
        ({"amenity": "doctors"}, ["clinic"]),
        ({"amenity": "hospital", "healthcare": "hospital"}, ["clinic"]),
        ({"healthcare": "physiotherapist"}, ["clinic"]),
        ({"amenity": "pharmacy", "healthcare": "pharmacy"}, []),
        ({"healthcare": "no"}, []),
        ({"amenity": "place_of_worship"}, ["worship"]),
        ({"amenity": "polling_station"}, ["polling"]),
        ({"amenity": "school", "polling_station": "yes"}, ["school", "polling"]),
        ({"polling_station": "no"}, []),
        ({"disused:amenity": "school"}, []),
    ],
)
def test_sensitive_places(tags, kinds):
    assert ground_tags.sensitive_kinds_of(tags) == kinds
