"""How fast a full tile becomes bytes, against mapbox-vector-tile on the same features."""

from collections.abc import Iterator
from datetime import date

import mapbox_vector_tile
import numpy as np
import shapely

from mapper.settings import limits
from mapper.tiles.camera_layers import single_layer
from mapper.tiles.camera_rows import CameraRow
from mapper.tiles.encoding import Layer, encode_tile
from mapper.tiles.shapes import Shapes, draw_areas
from mapper.tiles.tile import Tile
from mapper.vocabulary import Kind, State
from script.benchmarks.measure import Ratio, median_seconds

TILE = Tile(16, 52_000, 27_000)
TODAY = date(2026, 10, 1)
BUILDINGS = 2_000
CAMERAS_AT_LEAST, AREAS_AT_LEAST = 2.0, 2.0


def run() -> Iterator[Ratio]:
    """A tile full of cameras, and one full of buildings."""
    rows, shapes = cameras(), buildings()
    yield Ratio(
        f"{len(rows)} cameras into bytes",
        median_seconds(lambda: encode_tile([single_layer(rows, TILE, TODAY)]), runs=9),
        "mapbox-vector-tile",
        median_seconds(lambda: their_cameras(rows), runs=9),
        CAMERAS_AT_LEAST,
    )
    yield Ratio(
        f"{len(shapes)} buildings into bytes",
        median_seconds(lambda: encode_tile([Layer("buildings", draw_areas(shapes).drawings)])),
        "mapbox-vector-tile",
        median_seconds(lambda: their_buildings(shapes)),
        AREAS_AT_LEAST,
    )


def cameras() -> list[CameraRow]:
    """As many cameras as one tile shows, anywhere in it."""
    random, kinds = np.random.default_rng(1), list(Kind)
    box = TILE.box
    return [
        CameraRow(
            id=number,
            lon=random.uniform(box.west, box.east),
            lat=random.uniform(box.south, box.north),
            kind=kinds[number % len(kinds)].value,
            state=State.CONFIRMED.value,
            operator_type="public",
            face_recognition="unknown",
            plate_reading="no",
            lifecycle="in_use",
            facings=[{"bearing": float(number % 360), "opening": None}],
            last_seen_on=TODAY,
        )
        for number in range(limits.CAMERAS_PER_TILE)
    ]


def buildings() -> Shapes:
    """Rectangles of the size of houses, in units of a tile."""
    x, y = np.random.default_rng(2).uniform(0, 4_000, (2, BUILDINGS))
    return np.asarray(shapely.box(x, y, x + 60, y + 40))


def their_cameras(rows: list[CameraRow]) -> bytes:
    """The same cameras by the other way."""
    units = TILE.project(np.array([[row.lon, row.lat] for row in rows]))
    features = [
        {
            "geometry": shapely.Point(*place),
            "id": row.id,
            "properties": {
                "id": row.id,
                "kind": row.kind,
                "state": row.state,
                "operator_type": row.operator_type,
                "face_recognition": row.face_recognition,
                "plate_reading": row.plate_reading,
                "lifecycle": row.lifecycle,
                "facings": f"{row.facings[0]['bearing']:g}",
            },
        }
        for place, row in zip(units, rows, strict=True)
    ]
    return encoded({"name": "cameras", "features": features})


def their_buildings(shapes: Shapes) -> bytes:
    """The same buildings by the other way."""
    features = [{"geometry": shape, "properties": {}} for shape in shapes]
    return encoded({"name": "buildings", "features": features})


def encoded(layer: dict[str, object]) -> bytes:
    """A layer in units of the tile, by mapbox-vector-tile."""
    content: bytes = mapbox_vector_tile.encode(layer, default_options={"y_coord_down": True})
    return content
