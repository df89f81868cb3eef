"""Cameras written straight from the index as GeoJSON features (RFC 7946), at machine speed."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import orjson

from mapper.geometry.arrays import I64, U8, U32
from mapper.geometry.compiled import compiled
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.details import COLUMNS, DEGREE, PLACE
from mapper.tiles.index.points import Points
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import PARTS, STATE_STALE, WORD_BITS, grown_stale, steps_by_day

_NOTHING: I64 = np.empty(0, dtype=np.int64)
_HEAD = np.frombuffer(b'{"type":"Feature","id":', dtype=np.uint8)
_POINT = np.frombuffer(b',"geometry":{"type":"Point","coordinates":[', dtype=np.uint8)
_PROPERTIES = np.frombuffer(b']},"properties":{', dtype=np.uint8)
_REF = np.frombuffer(b',"ref":"', dtype=np.uint8)
_END = np.frombuffer(b'"}},', dtype=np.uint8)
_MOST_BYTES = len(_HEAD) + len(_POINT) + len(_PROPERTIES) + len(_REF) + len(_END) + 20 + 25
"""No feature takes more beside its texts: a number has 20 digits, and two coordinates with the
comma between them 25."""
_MOST_BYTES_ESCAPED = 6
"""Nor one byte of a text in JSON."""
_DIGITS = 7
_HALF_OF_ALL, _ALL = 1 << 31, 1 << 32
_ZERO, _COMMA, _POINT_SIGN, _MINUS, _QUOTE, _BACKSLASH = b'0,.-"\\'
_PLAIN = 0x20
_ESCAPE = np.frombuffer(b"\\u00", dtype=np.uint8)
_HEX = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)


class _Run(NamedTuple):
    """Texts as compiled loops take them: where each begins, and all their bytes."""

    starts: I64
    content: U8


class _Runs(NamedTuple):
    """What is said in words, the details that are spelled, and references as they are."""

    words: _Run
    spelled: _Run
    refs: _Run


def features_of(index: CameraIndex, numbers: Sequence[int], today: date) -> bytes:
    """The features of public cameras by number, in that order and with a comma between two.

    Properties are those of `feature_of` as believed on `today`, in no set order. Numbers that the
    index does not hold are left out.
    """
    ids = np.array(numbers, dtype=np.int64)
    fresh = index.fresh.positions_of_ids(ids)
    base = index.base.positions_of_ids(ids)
    # One more than there is, which no camera's is, for those behind the last.
    skipped = np.append(index.skipped, -1)
    base = base[skipped[np.searchsorted(index.skipped, base)] != base]
    written, ends = _written(index.base, base, today)
    if not len(fresh):
        return written[:-1]
    more, more_ends = _written(index.fresh, fresh, today)
    features = {
        number: content[start:end]
        for points, positions, content, bounds in (
            (index.base, base, written, ends),
            (index.fresh, fresh, more, more_ends),
        )
        for number, (start, end) in zip(
            points.ids[positions].tolist(), pairwise([0, *bounds.tolist()]), strict=True
        )
    }
    return b"".join(features[number] for number in numbers if number in features)[:-1]


def _written(points: Points, positions: I64, today: date) -> tuple[bytes, I64]:
    """The features of cameras at some positions, each with a comma behind it, and where each ends.

    The ends have the shape (n,).
    """
    details = points.details
    rows = details.rows[positions]
    words = points.words[positions].astype(np.int64)
    stale = grown_stale(words, steps_by_day(today)[points.seen[positions]])
    state = PARTS["state"]
    as_stale = words & ~((1 << state.bits) - 1 << state.bit) | STATE_STALE << state.bit
    words[stale] = as_stale[stale]
    runs = _Runs(
        *(_Run(one.starts, one.content) for one in (_words(), details.spelled, details.refs))
    )
    out = np.empty(_room(words, rows, runs), dtype=np.uint8)
    ends = np.empty(len(positions), dtype=np.int64)
    _write(out, ends, points.ids[positions], words, rows, runs)
    return out[: ends[-1] if len(ends) else 0].tobytes(), ends


def _room(words: I64, rows: U32, runs: _Runs) -> int:
    """How many bytes features cannot fill."""
    texts = _length(runs.words, words) + _length(runs.spelled, rows[:, PLACE:-1])
    refs = _MOST_BYTES_ESCAPED * _length(runs.refs, rows[:, -1])
    return texts + refs + _MOST_BYTES * len(rows)


def _length(run: _Run, numbers: I64 | U32) -> int:
    """The bytes of some texts together."""
    return int((run.starts[numbers + 1] - run.starts[numbers]).sum())


@lru_cache(maxsize=1)
def _words() -> Texts:
    """The properties that a number of words stands for, for each number; none where it is none."""
    return Texts.of([_spelled(number) for number in range(1 << WORD_BITS)])


def _spelled(number: int) -> bytes:
    places = {name: number >> part.bit & (1 << part.bits) - 1 for name, part in PARTS.items()}
    if any(place >= len(PARTS[name].words) for name, place in places.items()):
        return b""
    return orjson.dumps({name: str(PARTS[name].words[place]) for name, place in places.items()})[
        1:-1
    ]


@compiled
def _write(out: U8, ends: I64, ids: I64, words: I64, rows: U32, runs: _Runs) -> None:
    """Write features, each with a comma behind it, and where each ends."""
    at = 0
    for one in range(len(ids)):
        at = _put(out, at, _HEAD, 0, len(_HEAD))
        at = _put_number(out, at, ids[one])
        at = _put(out, at, _POINT, 0, len(_POINT))
        at = _put_degrees(out, at, rows[one, 0])
        out[at] = _COMMA
        at = _put_degrees(out, at + 1, rows[one, 1])
        at = _put(out, at, _PROPERTIES, 0, len(_PROPERTIES))
        at = _put_text(out, at, runs.words, words[one])
        for column in range(PLACE, COLUMNS - 1):
            at = _put_text(out, at, runs.spelled, rows[one, column])
        at = _put(out, at, _REF, 0, len(_REF))
        ref = rows[one, COLUMNS - 1]
        starts = runs.refs.starts
        at = _put_escaped(out, at, runs.refs.content, starts[ref], starts[ref + 1])
        at = _put(out, at, _END, 0, len(_END))
        ends[one] = at


@compiled
def _put_text(out: U8, at: int, run: _Run, number: int) -> int:
    """Write one of many texts; gives where it ends."""
    return _put(out, at, run.content, run.starts[number], run.starts[number + 1])


@compiled
def _put(out: U8, at: int, text: U8, start: int, end: int) -> int:
    """Write some bytes of a text; gives where they end."""
    for place in range(end - start):
        out[at + place] = text[start + place]
    return at + end - start


@compiled
def _put_escaped(out: U8, at: int, text: U8, start: int, end: int) -> int:
    """Write some bytes of a text as JSON has them between its quotes."""
    for place in range(start, end):
        byte = text[place]
        if byte in (_QUOTE, _BACKSLASH):
            out[at] = _BACKSLASH
            at += 1
        elif byte < _PLAIN:
            at = _put(out, at, _ESCAPE, 0, len(_ESCAPE))
            out[at] = _HEX[byte >> 4]
            out[at + 1] = _HEX[byte & 15]
            at += 2
            continue
        out[at] = byte
        at += 1
    return at


@compiled
def _put_number(out: U8, at: int, number: int) -> int:
    """Write a whole number from 0."""
    digits, rest = 1, number // 10
    while rest:
        digits += 1
        rest //= 10
    for place in range(digits - 1, -1, -1):
        out[at + place] = _ZERO + number % 10
        number //= 10
    return at + digits


@compiled
def _put_degrees(out: U8, at: int, parts: int) -> int:
    """Write degrees, told in parts of one and without a sign, with no zeros at the end but one."""
    value = int(parts)
    if value >= _HALF_OF_ALL:
        out[at] = _MINUS
        at += 1
        value = _ALL - value
    at = _put_number(out, at, value // DEGREE)
    out[at] = _POINT_SIGN
    rest, digits = value % DEGREE, _DIGITS
    while digits > 1 and rest % 10 == 0:
        rest //= 10
        digits -= 1
    for place in range(digits, 0, -1):
        out[at + place] = _ZERO + rest % 10
        rest //= 10
    return at + digits + 1
