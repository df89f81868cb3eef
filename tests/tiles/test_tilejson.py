"""The TileJSON documents say where the tiles are and what they hold."""

import pytest
from django.test import Client

from mapper.tiles.base_layers import base_layers
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.coverage import make_cell
from tests.factories.places import make_ground, make_street
from tests.tiles.reading import read
from tests.tiles.test_camera_layers import tile_at

pytestmark = pytest.mark.django_db


def fields_of(document: dict[str, list[dict[str, dict[str, str]]]]) -> dict[str, set[str]]:
    return {str(layer["id"]): set(layer["fields"]) for layer in document["vector_layers"]}


def test_the_template_leads_to_a_tile(client: Client) -> None:
    for name in ("cameras", "base", "views", "coverage"):
        document = client.get(f"/tiles/{name}.json").json()
        assert document["tilejson"] == "3.0.0"
        path = document["tiles"][0].removeprefix("http://testserver")
        assert client.get(path.format(z=document["minzoom"], x=0, y=0)).status_code == 200


def test_the_filters_are_handed_on(client: Client) -> None:
    document = client.get("/tiles/cameras.json?kind=dome").json()
    assert document["tiles"][0].endswith("/tiles/cameras/{z}/{x}/{y}.mvt?kind=dome")


def test_a_slip_in_the_filters_is_not_handed_on(client: Client) -> None:
    assert client.get("/tiles/cameras.json?kind=spaceship").status_code == 404


def test_the_base_maps_template_changes_with_the_ground(client: Client) -> None:
    before = client.get("/tiles/base.json").json()
    make_ground(attribution="© Somebody")
    after = client.get("/tiles/base.json").json()
    assert before["tiles"] != after["tiles"]
    assert "attribution" not in before
    assert after["attribution"] == "© Somebody"


def test_every_layer_and_property_that_is_sent_is_described(client: Client) -> None:
    make_camera(facings=[{"bearing": 1.0, "opening": None}])
    make_home_camera()
    described = fields_of(client.get("/tiles/cameras.json").json())
    for zoom in (5, 16, 15):
        tile = tile_at(*HERE, zoom)
        content = client.get(f"/tiles/cameras/{tile.z}/{tile.x}/{tile.y}.mvt").content
        for layer, features in read(content).items():
            assert {name for one in features for name in one["properties"]} == described[layer]


def test_every_base_layer_is_described(client: Client) -> None:
    described = fields_of(client.get("/tiles/base.json").json())
    layers = base_layers(tile_at(*HERE, 14))
    assert {layer.name: set(layer.properties) for layer in layers} == described


@pytest.mark.parametrize("name", ["views", "coverage"])
def test_what_cameras_see_is_described(client: Client, name: str) -> None:
    make_camera(facings=[{"bearing": 1.0, "opening": 60.0}])
    make_cell(make_street(), [(0, 50, 1, 1, 0, 0)])
    document = client.get(f"/tiles/{name}.json").json()
    tile = tile_at(*HERE, document["minzoom"])
    content = client.get(f"/tiles/{name}/{tile.z}/{tile.x}/{tile.y}.mvt").content
    [(layer, features)] = read(content).items()
    described = fields_of(document)[layer]
    assert {property_ for one in features for property_ in one["properties"]} == described
