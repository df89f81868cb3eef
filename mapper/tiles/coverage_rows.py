"""What a coverage tile shows: streets and what was computed of them, read from the database."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from numpy.typing import NDArray

from mapper.coverage.models import CoverageCell
from mapper.coverage.records import STRETCH, Rows, unpack
from mapper.geometry import Box
from mapper.geometry.cells import cells_of
from mapper.places.models import Street
from mapper.settings import limits
from mapper.tiles.cut_lines import Pieces, metres_of
from mapper.tiles.shapes import Shapes
from mapper.vocabulary import StreetClass

U8 = NDArray[np.uint8]
I64 = NDArray[np.int64]


class Known(NamedTuple):
    """What is known of each stretch: whole numbers from 0, column by column.

    `seen` counts the cameras that have it in view for certain, up to 3, `possible` all that may;
    `faces` those that may show a face there. `looked` and `computed` are 0 or 1.
    """

    seen: U8
    possible: U8
    faces: U8
    looked: U8
    computed: U8


class WatchedStreets(NamedTuple):
    """Streets as lines in degrees, cut into stretches, and what is known of each stretch."""

    lines: Shapes
    pieces: Pieces
    known: Known


def watched_streets_in(box: Box, classes: Sequence[StreetClass]) -> WatchedStreets:
    """The streets of some classes in a box, but for tunnels; two queries.

    A street's figures are kept in the cell of its first point, wherever it goes on to.
    """
    found = Street.objects.filter(tunnel=False, street_class__in=classes).in_box(box)
    rows = found.order_by("pk").annotate(wkb=AsWKB("line")).values_list("pk", "wkb")
    numbers, wkb = zip(*rows, strict=True) if rows else ((), ())
    streets = np.array(numbers, dtype=np.int64)
    lines = np.array(shapely.from_wkb([bytes(one) for one in wkb]), dtype=object)
    return _stretched(lines, streets, _stretches_of(streets, lines))


def _stretches_of(streets: I64, lines: Shapes) -> Rows:
    """What was computed of some streets, by street and metre."""
    cells = CoverageCell.objects.filter(cell__in=_cells_of(lines))
    kept = [unpack(bytes(one), STRETCH) for one in cells.values_list("stretches", flat=True)]
    known = np.concatenate([np.empty(0, STRETCH), *kept])
    known = known[np.isin(known["street"], streets)]
    return known[np.lexsort((known["from_m"], known["street"]))]


def _cells_of(lines: Shapes) -> list[int]:
    """The cells in which lines begin."""
    first = shapely.get_coordinates(shapely.get_point(lines, 0))
    cells: list[int] = np.unique(cells_of(first, limits.COVERAGE_CELL_ZOOM)).tolist()
    return cells


def _stretched(lines: Shapes, streets: I64, known: Rows) -> WatchedStreets:
    """Streets of which nothing was computed are one stretch, of which nothing is known."""
    length = metres_of(lines)
    unknown = np.flatnonzero(~np.isin(streets, known["street"]) & (length > 0))
    line = np.searchsorted(streets, known["street"])
    nothing = np.zeros(len(unknown), dtype=np.uint8)
    pieces = Pieces(
        np.concatenate([line, unknown]),
        np.concatenate([known["from_m"], np.zeros(len(unknown))]),
        np.concatenate([np.minimum(known["to_m"], length[line]), length[unknown]]),
    )
    columns = {
        "seen": known["certain"],
        "possible": known["possible"],
        "faces": known["faces"],
        "looked": known["looked_on"] > 0,
        "computed": np.ones(len(known)),
    }
    told = {name: np.append(column.astype(np.uint8), nothing) for name, column in columns.items()}
    return WatchedStreets(lines, pieces, Known(**told))
