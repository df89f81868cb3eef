"""The layers of a view tile: the ground that each camera sees, or that there are too many."""

from collections.abc import Sequence

import numpy as np

from mapper.coverage.drawn_views import DrawnView
from mapper.geometry import TILE_EXTENT
from mapper.tiles.encoding import Layer
from mapper.tiles.shapes import draw_areas, draw_points, into_tile
from mapper.tiles.tile import Tile

PERCENT = 100


def crowd_layer() -> Layer:
    """Layer `crowded` in place of the views: a point, where there are too many to be drawn."""
    middle = np.array([[TILE_EXTENT / 2, TILE_EXTENT / 2]])
    return Layer("crowded", draw_points(middle))


def view_layer(rows: Sequence[DrawnView], tile: Tile) -> Layer:
    """Layer `views`: an area for each camera, facing and detail; the share in whole per cent."""
    areas = draw_areas(into_tile(np.array([row.shape for row in rows], dtype=object), tile))
    drawn = [rows[place] for place in areas.places]
    columns = {
        "camera": [row.camera for row in drawn],
        "detail": [row.detail.value for row in drawn],
        "share": [round(PERCENT * row.share) for row in drawn],
        "assumed": [int(row.assumed) for row in drawn],
        "by": [row.by for row in drawn],
    }
    return Layer("views", areas.drawings, columns)
