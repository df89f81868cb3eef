"""The layer of a survey tile: where people looked, in which month, and how many they found."""

from collections.abc import Sequence

import numpy as np

from mapper.tiles.encoding import Layer
from mapper.tiles.shapes import Drawn, draw_areas, draw_lines, into_tile
from mapper.tiles.survey_rows import SurveyRow
from mapper.tiles.tile import Tile


def survey_layer(rows: Sequence[SurveyRow], tile: Tile) -> Layer:
    """Layer `surveys`: circles as areas, then stretches of street as lines."""
    shapes = into_tile(np.array([row.shape for row in rows], dtype=object), tile)
    areas, lines = draw_areas(shapes), draw_lines(shapes)
    both = Drawn(areas.drawings + lines.drawings, np.concatenate([areas.places, lines.places]))
    drawn = [rows[place] for place in both.places]
    columns = {
        "looked_on": [f"{row.looked_on:%Y-%m}" for row in drawn],
        "found": [row.found for row in drawn],
    }
    return Layer("surveys", both.drawings, columns, [row.id for row in drawn])
