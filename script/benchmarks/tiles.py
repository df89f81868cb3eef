"""How fast a full tile becomes bytes, against mapbox-vector-tile on the same features."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import mapbox_vector_tile
import numpy as np
import shapely

from mapper.settings import limits
from mapper.tiles.camera_layers import camera_tile_bytes
from mapper.tiles.encoding import Layer, encode_tile
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.points import Points, codes_at
from mapper.tiles.index.reading import HomeCells
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import day_number, packed_words
from mapper.tiles.shapes import Shapes, draw_areas
from mapper.tiles.tile import Tile
from mapper.vocabulary import Kind, Selection
from script.benchmarks.measure import Ratio, median_seconds

TILE = Tile(16, 52_000, 27_000)
TODAY = date(2026, 10, 1)
BUILDINGS = 2_000
CAMERAS_AT_LEAST, AREAS_AT_LEAST = 2.0, 2.0


WORDS = {
    "state": "confirmed",
    "operator_type": "public",
    "face_recognition": "unknown",
    "plate_reading": "no",
    "lifecycle": "in_use",
}


class Row(NamedTuple):
    """One camera of the tile."""

    id: int
    lon: float
    lat: float
    kind: str
    facings: str


def run() -> Iterator[Ratio]:
    """A tile full of cameras, and one full of buildings."""
    rows, shapes = cameras(), buildings()
    index = index_of(rows)
    yield Ratio(
        f"{len(rows)} cameras into bytes",
        median_seconds(lambda: camera_tile_bytes(index, TILE, Selection(), TODAY), runs=9),
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


def cameras() -> list[Row]:
    """As many cameras as one tile shows, anywhere in it."""
    random, kinds = np.random.default_rng(1), list(Kind)
    box = TILE.box
    return [
        Row(
            number,
            random.uniform(box.west, box.east),
            random.uniform(box.south, box.north),
            kinds[number % len(kinds)].value,
            f"{number % 360}",
        )
        for number in range(limits.CAMERAS_PER_TILE)
    ]


def index_of(rows: list[Row]) -> CameraIndex:
    """The same cameras as the site has them."""
    texts = sorted({row.facings for row in rows})
    nothing = np.empty(0, dtype=np.int64)
    points = Points.sorted_from(
        ids=np.array([row.id for row in rows]),
        codes=codes_at(np.array([row.lon for row in rows]), np.array([row.lat for row in rows])),
        words=np.array([packed_words({"kind": row.kind, **WORDS}) for row in rows], np.uint16),
        seen=np.full(len(rows), day_number(TODAY), np.uint16),
        facings=np.array([texts.index(row.facings) for row in rows], np.uint32),
        texts=Texts.of([text.encode() for text in texts]),
    )
    return CameraIndex.of(points, Homes.of(HomeCells(nothing, nothing)))


def buildings() -> Shapes:
    """Rectangles of the size of houses, in units of a tile."""
    x, y = np.random.default_rng(2).uniform(0, 4_000, (2, BUILDINGS))
    return np.asarray(shapely.box(x, y, x + 60, y + 40))


def their_cameras(rows: list[Row]) -> bytes:
    """The same cameras by the other way."""
    units = TILE.project(np.array([[row.lon, row.lat] for row in rows]))
    features = [
        {
            "geometry": shapely.Point(*place),
            "id": row.id,
            "properties": {
                "id": row.id,
                "kind": row.kind,
                **WORDS,
                "facings": row.facings,
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
