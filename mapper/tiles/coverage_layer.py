"""The layer of a coverage tile: streets, stretch by stretch, by how many cameras see them."""

import numpy as np
import shapely
from numpy.typing import NDArray

from mapper.tiles.coverage_rows import WatchedStreets
from mapper.tiles.cut_lines import cut
from mapper.tiles.encoding import Layer
from mapper.tiles.shapes import Shapes, draw_lines, into_tile
from mapper.tiles.tile import Tile


def coverage_layer(found: WatchedStreets, tile: Tile) -> Layer:
    """Layer `streets`: the stretches of which the same is known are one feature."""
    if not len(found.pieces.line):
        return Layer("streets", [])
    kinds, kind = np.unique(np.stack(found.known, axis=1), axis=0, return_inverse=True)
    drawn = draw_lines(_joined(into_tile(cut(found.lines, found.pieces), tile), kind, len(kinds)))
    columns = {
        name: [int(kinds[place, column]) for place in drawn.places]
        for column, name in enumerate(found.known._fields)
    }
    return Layer("streets", drawn.drawings, columns)


def _joined(shapes: Shapes, kind: NDArray[np.intp], kinds: int) -> Shapes:
    """One shape for each kind, its stretches end to end where they meet."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    groups = [parts[kind[owner] == each] for each in range(kinds)]
    return np.array([shapely.line_merge(shapely.multilinestrings(g)) for g in groups], dtype=object)
