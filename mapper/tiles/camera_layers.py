"""The layers of a camera tile: single cameras near, counts when far, private homes in cells."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from mapper.cameras.rules import state_on
from mapper.geometry import TILE_EXTENT, lonlat_to_tile_pixels
from mapper.settings import limits
from mapper.tiles.camera_counts import count_cameras, count_homes
from mapper.tiles.camera_rows import CameraRow, cameras_in, countable_in, homes_in
from mapper.tiles.encoding import Layer, Value
from mapper.tiles.shapes import draw_points
from mapper.tiles.tile import Tile
from mapper.vocabulary import Selection, State


def camera_layers(tile: Tile, selection: Selection, today: date) -> list[Layer]:
    """Everything a camera tile shows of what the reader chose, as believed on `today`."""
    cameras = None
    if tile.z >= limits.CAMERAS_MIN_ZOOM:
        cameras = cameras_in(tile.wide_box, selection, today, limits.CAMERAS_PER_TILE)
    shown = (
        single_layer(cameras, tile, today)
        if cameras is not None
        else counts_layer(tile, selection, today)
    )
    return [shown, homes_layer(tile, selection)]


def single_layer(cameras: Sequence[CameraRow], tile: Tile, today: date) -> Layer:
    """Layer `cameras`: one point a camera, also of those that reach in from the rim."""
    units = lonlat_to_tile_pixels(
        [row.lon for row in cameras], [row.lat for row in cameras], tile.z, tile.x, tile.y
    )
    columns: dict[str, list[Value | None]] = {
        "id": [row.id for row in cameras],
        "kind": [row.kind for row in cameras],
        "state": [state_on(State(row.state), row.last_seen_on, today).value for row in cameras],
        "operator_type": [row.operator_type for row in cameras],
        "face_recognition": [row.face_recognition for row in cameras],
        "plate_reading": [row.plate_reading for row in cameras],
        "lifecycle": [row.lifecycle for row in cameras],
        "facings": [facings_text(row.facings) or None for row in cameras],
    }
    ids = [row.id for row in cameras]
    return Layer("cameras", draw_points(np.column_stack(units)), columns, ids)


def counts_layer(tile: Tile, selection: Selection, today: date) -> Layer:
    """Layer `counts`: the cameras of each grid cell at their centre of mass."""
    counts = count_cameras(countable_in(tile.box, selection, today), tile)
    columns: dict[str, Sequence[Value]] = {
        "count": counts.count,
        "face_recognition": counts.face_recognition,
        "kind": counts.kind,
    }
    return Layer("counts", draw_points(counts.places * TILE_EXTENT), columns)


def homes_layer(tile: Tile, selection: Selection) -> Layer:
    """Layer `homes`: cameras at private homes, only ever as the count of a fixed cell."""
    places, counts = count_homes(homes_in(tile.wide_box, selection), tile)
    return Layer("homes", draw_points(places * TILE_EXTENT), {"count": counts})


def facings_text(facings: Sequence[Mapping[str, float | None]]) -> str:
    """Write facings as a tile can carry them: `bearing/opening`, joined by semicolons."""
    return ";".join(
        f"{facing['bearing']:g}" + (f"/{facing['opening']:g}" if facing["opening"] else "")
        for facing in facings
    )
