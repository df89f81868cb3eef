"""The ground that the cameras of a block see, and the pieces of ways on it."""

from dataclasses import dataclass
from math import degrees

import numpy as np

from mapper.coverage.block import Block, taken
from mapper.coverage.looks import VARIANTS, Looks, looks_of
from mapper.geometry.angles import DATE_LINE
from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.geometry.nearness import may_touch
from mapper.geometry.stretches import Areas, Pieces, Ways, pieces_inside
from mapper.geometry.views import Views, views_of
from mapper.vocabulary import Detail, Scenario
from mapper.vocabulary.compass import FULL_TURN

CENTRAL = VARIANTS.index((Scenario.CENTRAL, Detail.OBSERVE))
"""What is meant by “in view” where nothing else is said."""
FACES = VARIANTS.index((Scenario.CENTRAL, Detail.RECOGNISE))
"""What is meant by “face recognisable”."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Pieces of ways inside views of one variant; `share` and `camera` are by area of a piece."""

    pieces: Pieces
    share: F64
    camera: I64

    def only(self, keep: Flags) -> "Sight":
        """Some of the pieces."""
        return Sight(pieces_only(self.pieces, keep), self.share, self.camera)


@dataclass(frozen=True, slots=True)
class Seen:
    """A view for each look that concerns a block."""

    looks: Looks
    views: Views

    def sight(self, variant: int, ways: Ways) -> Sight:
        """What is seen of ways in one variant."""
        rows = np.flatnonzero(self.looks.variant == variant)
        lonlat, starts = taken(self.views.lonlat, self.views.starts, rows)
        pieces = pieces_inside(ways, Areas(lonlat, starts, np.arange(len(rows))))
        return Sight(pieces, self.looks.share[rows], self.looks.camera[rows])


def see(block: Block, ways: Ways) -> Seen:
    """Cut the views that reach any of some ways, and those that share ground with own cameras'."""
    looks = looks_of(block.cameras)
    own = np.isin(block.cameras.cell, block.cells)
    looks = looks.only(_concerned(looks, block, ways, own))
    return Seen(looks, views_of(looks.eyes(block.cameras), block.walls))


def pieces_only(pieces: Pieces, keep: Flags) -> Pieces:
    """Some pieces, in the same order."""
    return Pieces(pieces.way[keep], pieces.from_m[keep], pieces.to_m[keep], pieces.area[keep])


def _concerned(looks: Looks, block: Block, ways: Ways, own: Flags) -> Flags:
    """The looks that may reach one of some ways, or in the central scenario what own cameras see.

    Whatever else a block happens to hold is not looked at: it would change nothing.
    """
    origin = float(ways.lonlat[0, 0]) if len(ways.lonlat) else 0.0
    around = _boxes_around(looks, block.cameras.lonlat, origin)
    reached = may_touch(around, _boxes_of(ways, origin))
    central = looks.variant == CENTRAL
    reached |= central & may_touch(around, around[central & own[looks.camera]])
    return reached


def _boxes_around(looks: Looks, lonlat: F64, origin: float) -> F64:
    """West, south, east and north of everything in reach of looks."""
    lon, lat = lonlat[looks.camera].T
    lon = _beside(lon, origin)
    up = np.degrees(looks.far_m / EARTH_RADIUS_M) * (1 + _SLACK)
    across = np.cos(np.radians(np.minimum(np.abs(lat) + up, _LAST_LATITUDE)))
    aside = np.minimum(up / across, FULL_TURN)
    return np.column_stack((lon - aside, lat - up, lon + aside, lat + up))


_SLACK = 1e-3
"""Views may stick out a little where an arc became chords."""
_LAST_LATITUDE = degrees(1.5707)


def _boxes_of(ways: Ways, origin: float) -> F64:
    """West, south, east and north of each way that has corners."""
    starts = ways.starts[:-1][np.diff(ways.starts) > 0]
    if not len(starts):
        return np.empty((0, 4))
    lon, lat = _beside(ways.lonlat[:, 0], origin), ways.lonlat[:, 1]
    ends = [
        edge.reduceat(axis, starts)
        for edge, axis in (
            (np.minimum, lon),
            (np.minimum, lat),
            (np.maximum, lon),
            (np.maximum, lat),
        )
    ]
    return np.column_stack(ends)


def _beside(lon: F64, origin: float) -> F64:
    """Longitudes as distances from one of them, so that the date line is no edge."""
    beside: F64 = (lon - origin + DATE_LINE) % FULL_TURN - DATE_LINE
    return beside
