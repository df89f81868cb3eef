"""What would go dark without a camera: the metres that it sees and that nobody else does."""

import numpy as np

from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.marks import Marks, marks_of
from mapper.geometry.stretches.pieces import Pieces
from mapper.geometry.stretches.watches import Watches, watches_of


def alone(
    windows: Pieces, seen: Pieces, *, share: F64, camera: I64, cameras: int
) -> tuple[F64, F64]:
    """Give the metres each camera is expected to see, and those that it alone is expected to.

    Metres count where a window lies, and once, however many windows lie there.
    """
    watches = watches_of(seen, share, camera)
    if len(watches.camera) and watches.camera.max() >= cameras:
        raise ValueError("a camera has a number beyond those there are")
    wide = windows.to_m > windows.from_m
    way = np.concatenate((watches.way, windows.way[wide]))
    marks = marks_of(
        integers(way),
        np.concatenate((watches.from_m, floats(windows.from_m[wide]))),
        np.concatenate((watches.to_m, floats(windows.to_m[wide]))),
        int(way.max()) + 1 if len(way) else 0,
    )
    return _alone(marks, watches, cameras)


@compiled
def _alone(marks: Marks, watches: Watches, cameras: int) -> tuple[F64, F64]:
    """Walk along every way and add up; the first pieces are those watched, then come windows."""
    rank, shares = watches.rank, watches.shares
    seen = np.zeros(cameras)
    only = np.zeros(cameras)
    watching = np.zeros(len(shares), dtype=np.int64)
    # Metres so far: within windows, and those that one camera of such a share has to itself.
    lone = np.zeros(len(shares))
    before = np.empty((len(rank), 2))
    for way in range(len(marks.starts) - 1):
        lone[:] = 0
        inside = last = 0.0
        windows = 0
        for mark in range(marks.starts[way], marks.starts[way + 1]):
            if windows and marks.at_m[mark] > last:
                inside += marks.at_m[mark] - last
                _add(lone, marks.at_m[mark] - last, shares, watching)
            last = marks.at_m[mark]
            piece = marks.piece[mark]
            change = 1 if marks.begins[mark] else -1
            if piece >= len(rank):
                windows += change
                continue
            watching[rank[piece]] += change
            if marks.begins[mark]:
                before[piece, 0], before[piece, 1] = inside, lone[rank[piece]]
                continue
            camera = watches.camera[piece]
            seen[camera] += shares[rank[piece]] * (inside - before[piece, 0])
            only[camera] += lone[rank[piece]] - before[piece, 1]
    return seen, only


@compiled
def _add(lone: F64, metres: float, shares: F64, watching: I64) -> None:
    """Add a stretch with the same cameras all along, for a camera of each of their shares."""
    certain = 0
    missed = 1.0
    for rank in range(len(shares)):
        if shares[rank] == 1:
            certain = watching[rank]
        else:
            missed *= (1 - shares[rank]) ** watching[rank]
    for rank in range(len(shares)):
        if watching[rank] and shares[rank] == 1 and certain == 1:
            lone[rank] += metres * missed
        elif watching[rank] and certain == 0:
            lone[rank] += metres * missed * shares[rank] / (1 - shares[rank])
