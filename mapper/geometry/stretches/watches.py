"""Which cameras watch which pieces of ways, each camera once, and how likely it is that they do."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.stretches.pieces import Pieces


class Watches(NamedTuple):
    """Pieces of ways with the camera that watches; pieces of one camera have no metre in common.

    How likely it sees the piece, from above 0 to 1, is shares[rank]: shares ascend, and are few.
    """

    way: I64
    from_m: F64
    to_m: F64
    camera: I64
    rank: I64
    shares: F64


def watches_of(seen: Pieces, share: F64, camera: I64) -> Watches:
    """Give what each camera watches; where several of its areas lie, the likeliest of them counts.

    `share` and `camera` say of each area, by its number, how likely the camera sees it, and which
    camera that is. Raises `ValueError` or `IndexError` where a number has no area or camera.
    """
    if np.any(seen.area < 0) or len(share) != len(camera):
        raise ValueError("every area needs its share and its camera")
    shares, rank = np.unique(np.clip(floats(share), 0, 1), return_inverse=True)
    camera = integers(camera)
    several = np.bincount(camera)[camera] > 1
    possible = np.flatnonzero((floats(share)[seen.area] > 0) & (seen.to_m > seen.from_m))
    simple = possible[~several[seen.area[possible]]]
    other = possible[several[seen.area[possible]]]
    other = other[np.lexsort((seen.from_m[other], camera[seen.area[other]], seen.way[other]))]
    way, who, from_m, to_m, ranks = _united(
        seen.way[other],
        camera[seen.area[other]],
        seen.from_m[other],
        seen.to_m[other],
        rank[seen.area[other]],
    )
    area = seen.area[simple]
    return Watches(
        integers(np.concatenate((seen.way[simple], way))),
        floats(np.concatenate((seen.from_m[simple], from_m))),
        floats(np.concatenate((seen.to_m[simple], to_m))),
        integers(np.concatenate((camera[area], who))),
        integers(np.concatenate((rank[area], ranks))),
        shares,
    )


@compiled
def _united(
    way: I64, camera: I64, from_m: F64, to_m: F64, rank: I64
) -> tuple[I64, I64, F64, F64, I64]:
    """Pieces, in the order of way, camera and start, made disjoint: the highest rank remains."""
    piece_of = np.empty(2 * len(way), dtype=np.int64)
    first = np.empty(len(piece_of))
    last = np.empty(len(piece_of))
    ranks = np.empty(len(piece_of), dtype=np.int64)
    count = 0
    start = 0
    while start < len(way):
        end = start + 1
        while end < len(way) and way[end] == way[start] and camera[end] == camera[start]:
            end += 1
        edges = np.sort(np.concatenate((from_m[start:end], to_m[start:end])))
        begun = count
        for low, high in zip(edges[:-1], edges[1:]):  # noqa: B905, RUF007 - as numba knows it
            best = _highest(low, high, from_m[start:end], to_m[start:end], rank[start:end])
            if best < 0:
                continue
            if count > begun and last[count - 1] == low and ranks[count - 1] == best:
                last[count - 1] = high
                continue
            piece_of[count], first[count], last[count], ranks[count] = start, low, high, best
            count += 1
        start = end
    piece_of = piece_of[:count]
    return way[piece_of], camera[piece_of], first[:count], last[:count], ranks[:count]


@compiled
def _highest(low: float, high: float, from_m: F64, to_m: F64, rank: I64) -> int:
    """The highest rank of the pieces that hold an interval; -1 without any, or for a point."""
    best = -1
    if low < high:
        for piece in range(len(rank)):
            if from_m[piece] <= low and to_m[piece] >= high:
                best = max(best, rank[piece])
    return best
