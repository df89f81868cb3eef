"""What the rows of figures are about: streets, fronts, and the parts of streets inside places."""

from dataclasses import dataclass

import numpy as np

from mapper.coverage.block import Block, Streets, areas_of, ways_joined
from mapper.coverage.records import DETAILS, MEASURES, SCENARIOS, STREET, WHOLE_STREET, Rows
from mapper.coverage.seen import Sight, pieces_only
from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.stretches import Pieces, Ways, lengths_of, measured, pieces_inside
from mapper.vocabulary import Measure

_ONE = MEASURES.index(Measure.AT_LEAST_ONE)
NOWHERE = -1
"""The place of a row that is about a street or a front from end to end."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Parts of ways by row: first each own street, then each front, then streets inside places.

    `ways` are the streets and then the fronts; those `hidden` (tunnels) are in nobody's view.
    `way` and `place` tell for each row of which way and of which place, by its number in the
    block, it is.
    """

    streets: Streets
    ways: Ways
    hidden: Flags
    pieces: Pieces
    way: I64
    place: I64

    @property
    def is_street(self) -> Flags:
        """Which rows are about a street or its part."""
        return self.way < len(self.streets)

    @property
    def open(self) -> Pieces:
        """The parts that can be in view at all."""
        return self.in_the_open(self.pieces)

    def in_the_open(self, pieces: Pieces) -> Pieces:
        """Those of some pieces that do not lie in a tunnel."""
        return pieces_only(pieces, ~self.hidden[pieces.way])

    def metres(self, block: Block, sights: list[Sight]) -> F64:
        """For each row the metres in view, by scenario, detail and measure."""
        by_variant = [
            measured(
                self.open,
                sight.pieces,
                share=sight.share,
                camera=sight.camera,
                traits=block.cameras.traits,
                rows=len(self.way),
            )
            for sight in sights
        ]
        shape = (len(self.way), len(SCENARIOS), len(DETAILS), len(MEASURES))
        return np.stack(by_variant, axis=1).reshape(shape)

    def street_rows(self, block: Block, metres: F64, looked: Pieces) -> Rows:
        """The records of streets and of their parts inside places."""
        wanted = self.is_street
        way, place = self.way[wanted], self.place[wanted]
        rows = np.zeros(len(way), STREET)
        rows["street"] = self.streets.pk[way]
        rows["place"] = WHOLE_STREET
        rows["place"][place != NOWHERE] = block.places.pk[place[place != NOWHERE]]
        rows["public"], rows["tunnel"] = self.streets.public[way], self.streets.tunnel[way]
        rows["length_m"] = self._lengths()[wanted]
        rows["looked_m"] = self._looked(block, looked)[wanted]
        rows["metres"] = metres[wanted]
        return rows

    def front_shares(self, block: Block, metres: F64) -> F64:
        """For each sensitive place the share of its frontage in view, by scenario and detail."""
        fronts = np.flatnonzero(~self.is_street)
        owner, number = block.sensitive.front_of, len(block.sensitive.pk)
        shares = np.zeros((number, len(SCENARIOS), len(DETAILS)))
        length = np.bincount(owner, self._lengths()[fronts], number)[:, None, None]
        np.add.at(shares, owner, metres[fronts][..., _ONE])
        # A place without a frontage has no metres either.
        return shares / np.where(length > 0, length, 1.0)

    def _lengths(self) -> F64:
        long = self.pieces.to_m - self.pieces.from_m
        return np.bincount(self.pieces.area, long, len(self.way)).astype(np.float64)

    def _looked(self, block: Block, looked: Pieces) -> F64:
        """For each row the metres that somebody looked at, however often."""
        areas = len(block.looked.looked_on)
        found = measured(
            self.open,
            looked,
            share=np.ones(areas),
            camera=np.zeros(areas, np.int64),
            traits=np.zeros(1, np.uint8),
            rows=len(self.way),
        )
        return found[:, _ONE]


def windows_of(block: Block, streets: Streets) -> Windows:
    """The rows for own streets, whole and inside places, and for the fronts of a block."""
    fronts = block.sensitive.fronts
    ways = ways_joined(streets.ways, fronts)
    lengths = lengths_of(ways)
    inside = pieces_inside(streets.ways, areas_of(block.places.shapes))
    fresh = np.diff(inside.way, prepend=-1).astype(bool) | np.diff(inside.area, prepend=-1).astype(
        bool
    )
    row = len(ways) + np.cumsum(fresh) - 1
    every = np.arange(len(ways))
    way = np.concatenate((every, inside.way))
    begin = np.concatenate((np.zeros(len(ways)), inside.from_m))
    end = np.concatenate((lengths, inside.to_m))
    rows = np.concatenate((every, row))
    order = np.lexsort((begin, rows, way))
    return Windows(
        streets=streets,
        ways=ways,
        hidden=np.append(streets.tunnel, np.zeros(len(fronts), np.bool_)),
        pieces=Pieces(way[order], begin[order], end[order], rows[order]),
        way=np.concatenate((every, inside.way[fresh])),
        place=np.concatenate((np.full(len(ways), NOWHERE), inside.area[fresh])),
    )
