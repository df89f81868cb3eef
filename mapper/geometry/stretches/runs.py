"""Ways as runs along which equally many cameras watch, to be drawn and to look for gaps in."""

from dataclasses import dataclass

import numpy as np

from mapper.geometry.arrays import F64, I64, U8
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.marks import Marks, marks_of
from mapper.geometry.stretches.pieces import Pieces
from mapper.geometry.stretches.watches import watches_of
from mapper.geometry.stretches.ways import Ways, lengths_of

_MOST = 3
"""More cameras are counted as so many."""

_HAIR_M = 0.001
"""A run that is shorter comes of rounding where views touch, and goes with the run before it."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Runs of ways: how many cameras see them for certain, and how many possibly, up to three.

    Each way that has a length is shared out from end to end, also where nobody watches.
    """

    way: I64
    from_m: F64
    to_m: F64
    certain: U8
    possible: U8

    def __len__(self) -> int:
        return len(self.way)


def stretches_of(ways: Ways, seen: Pieces, share: F64, camera: I64) -> Stretches:
    """Cut ways where another number of cameras watches; the runs are as long as they can be."""
    watches = watches_of(seen, share, camera)
    marks = marks_of(watches.way, watches.from_m, watches.to_m, len(ways))
    certain = (watches.shares[watches.rank] == 1).astype(np.int64)
    return Stretches(*_runs(marks, certain, lengths_of(ways)))


@compiled
def _runs(marks: Marks, certain: I64, lengths: F64) -> tuple[I64, F64, F64, U8, U8]:
    most = len(marks.at_m) + len(lengths)
    way_of = np.empty(most, dtype=np.int64)
    first = np.empty(most)
    counts = np.empty((most, 2), dtype=np.uint8)
    last = np.empty(most)
    count = 0
    for way in range(len(lengths)):
        sure = watching = 0
        begun, low = count, 0.0
        for mark in range(marks.starts[way], marks.starts[way + 1] + 1):
            ends = mark == marks.starts[way + 1]
            high = lengths[way] if ends else min(marks.at_m[mark], lengths[way])
            if high - low >= _HAIR_M or (ends and count == begun and lengths[way] > 0):
                now = min(sure, _MOST), min(watching, _MOST)
                same = count > begun and counts[count - 1, 0] == now[0]
                if not same or counts[count - 1, 1] != now[1]:
                    way_of[count], first[count] = way, low if count > begun else 0.0
                    counts[count, 0], counts[count, 1] = now
                    count += 1
            if count > begun:
                last[count - 1] = high
            low = high
            if not ends:
                change = 1 if marks.begins[mark] else -1
                watching += change
                sure += change * certain[marks.piece[mark]]
    counts = counts[:count]
    return way_of[:count], first[:count], last[:count], counts[:, 0].copy(), counts[:, 1].copy()
