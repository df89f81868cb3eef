"""The layers of the base map: what is drawn where, from which zoom on."""

from itertools import pairwise

import pytest
from django.contrib.gis.geos import LineString, Polygon

from mapper.tiles import zooms
from mapper.tiles.base_layers import base_layers
from mapper.tiles.encoding import encode_tile
from mapper.tiles.tile import Tile
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass
from tests.factories.cameras import HERE
from tests.factories.places import (
    around,
    make_area,
    make_building,
    make_ground,
    make_label,
    make_place,
    make_street,
)
from tests.tiles.reading import Feature, read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db
OPEN_SEA = (-28.0, 47.0)


def layers(zoom: int, lon: float = HERE[0], lat: float = HERE[1]) -> dict[str, list[Feature]]:
    return read(encode_tile(base_layers(tile_at(lon, lat, zoom))))


def test_a_town_has_every_layer() -> None:
    make_street()
    make_building()
    make_area(GroundKind.PARK)
    make_area(GroundKind.WATER, name="Pond")
    make_place()
    make_label()
    town = layers(14)
    assert set(town) == {
        "land",
        "green",
        "water",
        "buildings",
        "streets",
        "boundaries",
        "labels",
    }
    assert town["streets"][0]["properties"] == {"kind": "residential", "name": "Testing Street"}
    assert town["green"][0]["properties"] == {"kind": "park"}
    assert town["water"][0]["properties"] == {"kind": "water", "name": "Pond"}
    assert town["boundaries"][0]["properties"] == {"level": "ward"}
    assert town["labels"][0]["properties"] == {"rank": "city", "name": "Testing"}
    assert town["buildings"][0]["properties"] == {}


def test_without_any_ground_there_is_the_world() -> None:
    world = layers(1, 10, 50)
    assert set(world) == {"land", "boundaries", "labels"}
    assert {"Germany", "France"} <= {one["properties"]["name"] for one in world["labels"]}
    assert {one["properties"]["level"] for one in world["boundaries"]} == {"country"}


def test_country_names_make_room_for_nearer_things() -> None:
    assert "labels" not in layers(zooms.COUNTRY_NAMES_TO + 1, 10, 51)
    assert "boundaries" not in layers(zooms.WORLD_BORDERS_TO + 1, 6.0, 50.8)


def test_the_open_sea_is_empty() -> None:
    assert layers(10, *OPEN_SEA) == {}


def test_an_island_of_its_own_ground_is_land() -> None:
    ground = make_ground(extent=around(*OPEN_SEA, degrees=0.1))
    make_area(GroundKind.LAND, Polygon.from_bbox(around(*OPEN_SEA)), ground=ground)
    assert set(layers(14, *OPEN_SEA)) == {"land"}


def test_ground_with_its_own_land_replaces_the_worlds() -> None:
    berlin = (13.4, 52.5)
    ground = make_ground(extent=around(*berlin, degrees=1))
    assert "land" in layers(12, *berlin)
    make_area(GroundKind.LAND, Polygon.from_bbox((13.0, 52.0, 13.1, 52.1)), ground=ground)
    assert "land" not in layers(12, *berlin)


@pytest.mark.parametrize("street_class", list(StreetClass))
def test_a_street_is_drawn_from_its_zoom_on(street_class: StreetClass) -> None:
    lon, lat = OPEN_SEA
    make_street(street_class=street_class, line=[(lon - 0.5, lat), (lon + 0.5, lat)])
    first = zooms.STREETS[street_class]
    assert "streets" in layers(first, *OPEN_SEA)
    assert "streets" not in layers(first - 1, *OPEN_SEA)


def test_pieces_of_one_street_are_one_line_with_one_name() -> None:
    lon, lat = HERE
    make_street("Long Street", line=[(lon, lat), (lon + 0.001, lat)])
    make_street("Long Street", line=[(lon + 0.001, lat), (lon + 0.002, lat)])
    [street] = layers(14)["streets"]
    assert street["geometry"]["type"] == "LineString"
    assert len(street["geometry"]["coordinates"]) == 2


def test_a_narrow_river_is_a_line() -> None:
    lon, lat = HERE
    make_area(GroundKind.WATER, LineString((lon, lat), (lon + 0.001, lat), srid=4326))
    assert layers(14)["water"][0]["geometry"]["type"] == "LineString"


def test_a_border_that_two_wards_share_is_drawn_once() -> None:
    lon, lat = HERE
    make_place("West", corners=(lon - 0.002, lat, lon, lat + 0.002))
    make_place("East", corners=(lon, lat, lon + 0.002, lat + 0.002))
    [border] = layers(14)["boundaries"]
    lines = border["geometry"]["coordinates"]
    stretches = [
        tuple(sorted([tuple(one), tuple(two)])) for line in lines for one, two in pairwise(line)
    ]
    assert len(stretches) == len(set(stretches)) == 7


def test_labels_are_ranked() -> None:
    make_label("Hamlet", *OPEN_SEA, rank=LabelRank.NEIGHBOURHOOD)
    first = zooms.LABELS[LabelRank.NEIGHBOURHOOD]
    assert layers(first, *OPEN_SEA)["labels"][0]["properties"]["name"] == "Hamlet"
    assert layers(first - 1, *OPEN_SEA) == {}


def test_a_wards_border_waits_for_its_zoom() -> None:
    make_place(corners=around(*OPEN_SEA, degrees=0.3), level=Level.WARD)
    assert "boundaries" not in layers(zooms.BOUNDARIES[Level.WARD] - 1, *OPEN_SEA)


def test_every_tile_of_the_world_can_be_drawn() -> None:
    for x in range(8):
        for y in range(8):
            read(encode_tile(base_layers(Tile(3, x, y))))
