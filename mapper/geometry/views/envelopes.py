"""What stands around one point exactly: the nearest wall between every two ends of walls."""

from typing import NamedTuple

import numpy as np

from mapper.geometry.arrays import F64, I64, floats, integers
from mapper.geometry.compiled import compiled
from mapper.geometry.views.horizons import BEGIN, WIDTH, A, B, Horizons

_TURN = 2.0 * np.pi

_SAME_ANGLE = 1e-9
"""Radians; ends of walls nearer than that are one corner."""

_SAME_DISTANCE = 1e-12
"""Walls whose distances differ by a smaller share are equally near."""


class _Spans(NamedTuple):
    """Bearings at which walls begin or end, ascending, and what each wall covers.

    Span `k` runs from `bounds[k]` to `bounds[k + 1]`; wall `i` covers `many[i]` of them from
    `first[i]` on, over the last and on from the first where it must.
    """

    bounds: F64
    first: I64
    many: I64


def exact_horizon(near: F64) -> Horizons:
    """Give the horizon of one point among its walls."""
    bare = [(0.0, _TURN, 0.0, 0.0)]
    begin, end, a, b = np.array(_envelope(near, _spans_of(near)) if len(near) else bare).T
    pieces = np.zeros((len(a), 8))
    pieces[:, :4] = np.column_stack((begin, end, a, b))
    for column, t in ((4, begin), (6, end)):
        inverse = a * np.sin(t) + b * np.cos(t)
        distance = np.divide(1.0, inverse, where=inverse > 0.0, out=np.zeros(len(a)))
        pieces[:, column], pieces[:, column + 1] = distance * np.sin(t), distance * np.cos(t)
    return Horizons(pieces, integers([0, len(pieces)]))


def _spans_of(near: F64) -> _Spans:
    """The spans between the ends of walls; ends that are one corner but for rounding are one."""
    begins, ends = near[:, BEGIN] % _TURN, (near[:, BEGIN] + near[:, WIDTH]) % _TURN
    every = np.unique(np.concatenate((begins, ends)))
    starts = every[np.diff(every, prepend=every[-1] - _TURN) > _SAME_ANGLE]
    first, last = _span_at(starts, begins), _span_at(starts, ends)
    bounds = np.append(starts, starts[0] + _TURN)
    return _Spans(floats(bounds), integers(first), integers((last - first) % len(starts)))


def _span_at(starts: F64, bearings: F64) -> I64:
    """The span that begins at each bearing; before the first it is the last one."""
    return (np.searchsorted(starts, bearings + _SAME_ANGLE, side="right") - 1) % len(starts)


@compiled
def _inverse(near: F64, wall: int, bearing: float) -> float:
    """One over the distance of a wall in a direction."""
    return float(near[wall, A] * np.sin(bearing) + near[wall, B] * np.cos(bearing))


@compiled
def _nearest_at_ends(near: F64, spans: _Spans) -> I64:
    """The nearest wall at both ends of each span, among those that cover it; -1 is none."""
    size = len(spans.bounds) - 1
    best, wall = np.zeros((size, 2)), np.full((size, 2), -1)
    sine, cosine = np.sin(spans.bounds), np.cos(spans.bounds)
    for i in range(len(near)):
        for step in range(spans.many[i]):
            span = (spans.first[i] + step) % size
            for end in range(2):
                bound = span + end
                inverse = near[i, A] * sine[bound] + near[i, B] * cosine[bound]
                if inverse > best[span, end]:
                    best[span, end], wall[span, end] = inverse, i
    return wall


@compiled
def _crossing(near: F64, one: int, other: int, begin: float, end: float) -> float:
    """Where between two bearings two walls, long enough, would cross."""
    a, b = near[one, A] - near[other, A], near[one, B] - near[other, B]
    return float(min(begin + (np.arctan2(-b, a) - begin) % np.pi, end))


@compiled
def _nearest_in(near: F64, spans: _Spans, span: int, bearing: float, least: float) -> int:
    """The nearest wall that covers a span, in one direction; -1 where all are as far as `least`."""
    size, found = len(spans.bounds) - 1, -1
    best = least * (1.0 + _SAME_DISTANCE)
    for i in range(len(near)):
        if (span - spans.first[i]) % size < spans.many[i]:
            inverse = _inverse(near, i, bearing)
            if inverse > best:
                best, found = inverse, i
    return found


@compiled
def _envelope(near: F64, spans: _Spans) -> list[tuple[float, float, float, float]]:
    """The pieces of the horizon: begin, end, and the wall's two numbers.

    Where one wall is nearest at both ends of a span it is so in between. Where two are, they
    cross, unless a third is nearer there.
    """
    nearest = _nearest_at_ends(near, spans)
    pieces = []
    for span in range(len(spans.bounds) - 1):
        todo = [(spans.bounds[span], spans.bounds[span + 1], nearest[span, 0], nearest[span, 1])]
        while len(todo) > 0:
            begin, end, one, other = todo.pop()
            if one != other:
                at = _crossing(near, one, other, begin, end)
                third = _nearest_in(near, spans, span, at, _inverse(near, one, at))
                if third < 0 or third in (one, other):
                    todo.append((at, end, other, other))
                    todo.append((begin, at, one, one))
                else:
                    todo.append((at, end, third, other))
                    todo.append((begin, at, one, third))
            elif end - begin > _SAME_DISTANCE:
                a, b = (near[one, A], near[one, B]) if one >= 0 else (0.0, 0.0)
                pieces.append((begin, end, a, b))
    return pieces
