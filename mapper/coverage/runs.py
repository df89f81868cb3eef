"""Cutting streets where anything changes along them: what is in view, and what was looked at."""

import numpy as np

from mapper.coverage.records import STRETCH, Rows
from mapper.geometry.arrays import F64, I64, U8
from mapper.geometry.stretches import Pieces, Stretches

_LONGEST_M = 1e8
"""Beyond the length of any street: metres of one way and those of the next do not mix."""
_SHORTEST_M = 1e-6
"""Shorter runs come from rounding."""


def runs_of(
    lengths: F64, watched: Stretches, faces: Stretches, looked: Pieces, looked_on: I64
) -> Rows:
    """The longest stretches of ways along which all is the same; `street` is the way's number.

    Together they are each way from end to end. `looked_on` is the day by area of `looked`.
    """
    way, from_m, to_m = _cuts(lengths, watched, faces, looked)
    runs = np.zeros(len(way), STRETCH)
    runs["street"], runs["from_m"], runs["to_m"] = way, from_m, to_m
    middle = _along(way, (from_m + to_m) / 2)
    for name, layer, values in (
        ("certain", watched, watched.certain),
        ("possible", watched, watched.possible),
        ("faces", faces, faces.possible),
    ):
        runs[name] = _read(middle, layer, values)
    runs["looked_on"] = _newest(middle, looked, looked_on)
    return _merged(runs)


def _along(way: I64, metres: F64) -> F64:
    """Metres along all ways put behind one another."""
    return way * _LONGEST_M + metres


def _cuts(
    lengths: F64, watched: Stretches, faces: Stretches, looked: Pieces
) -> tuple[I64, F64, F64]:
    """The parts between any two neighbouring ends of anything on a way."""
    layers = (watched, faces, looked)
    ways = [np.arange(len(lengths))] * 2 + [layer.way for layer in layers for _ in range(2)]
    ends = [np.zeros(len(lengths)), lengths]
    ends += [end for layer in layers for end in (layer.from_m, layer.to_m)]
    way, end = np.concatenate(ways), np.concatenate(ends)
    order = np.lexsort((end, way))
    way, end = way[order], end[order]
    inner = (way[1:] == way[:-1]) & (end[1:] - end[:-1] > _SHORTEST_M)
    return way[:-1][inner], end[:-1][inner], end[1:][inner]


def _read(points: F64, layer: Stretches, values: U8) -> I64:
    """What a layer says at points; 0 where it says nothing."""
    if not len(layer.way):
        return np.zeros(len(points), np.int64)
    begin, end = _along(layer.way, layer.from_m), _along(layer.way, layer.to_m)
    last = np.searchsorted(begin, points, side="right") - 1
    said = (last >= 0) & (points < end[last])
    return np.where(said, values[last], 0)


def _newest(points: F64, looked: Pieces, looked_on: I64) -> I64:
    """The newest day on which somebody looked at each of some points in ascending order."""
    first = np.searchsorted(points, _along(looked.way, looked.from_m))
    last = np.searchsorted(points, _along(looked.way, looked.to_m))
    newest = np.zeros(len(points), np.int64)
    counts = np.maximum(last - first, 0)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    days = looked_on[looked.area] if len(looked_on) else np.zeros(0, np.int64)
    np.maximum.at(newest, np.repeat(first, counts) + offsets, np.repeat(days, counts))
    return newest


def _merged(runs: Rows) -> Rows:
    """Neighbouring runs of which everything is the same as one."""
    if not len(runs):
        return runs
    same = np.ones(len(runs) - 1, dtype=np.bool_)
    for name in ("street", "certain", "possible", "faces", "looked_on"):
        same &= runs[name][1:] == runs[name][:-1]
    begins = np.concatenate(([True], ~same))
    ends = np.concatenate((~same, [True]))
    merged = runs[begins]
    merged["to_m"] = runs["to_m"][ends]
    return merged
