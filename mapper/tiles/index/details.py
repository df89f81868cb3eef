"""What a map need not know of a camera, as GeoJSON tells it: where like cameras say the same, once.

Columns of which the same values often stand together are one group, and each combination that
occurs is spelled once. References, which differ from camera to camera, are kept as they are.
"""

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple, Self

import numpy as np
import orjson

from mapper.geometry.arrays import F64, I64, U32, Flags
from mapper.tiles.index.packed_rows import AND, NOTHING
from mapper.tiles.index.texts import Texts

DEGREE = 10**7
"""Places are told in parts of a degree: a centimetre, which is more than anybody measured."""
PLACE = 2
"""The first columns of a camera's details: longitude and latitude."""
_FIRST_DAY = date(2000, 1, 1)
"""From which PostgreSQL counts days."""


def _float(raw: bytes) -> float:
    return float(struct.unpack(">d", raw)[0])


def _whole(raw: bytes) -> int:
    return int.from_bytes(raw, "big", signed=True)


def _day(raw: bytes) -> date:
    return _FIRST_DAY + timedelta(days=_whole(raw))


class _Sort(NamedTuple):
    """How a value is read: from PostgreSQL's own bytes, and from the text that SQLite packs."""

    copied: Callable[[bytes], Any]
    packed: Callable[[bytes], Any]


_TEXT = _Sort(bytes.decode, bytes.decode)
_WHOLE = _Sort(_whole, int)
_NUMBER = _Sort(_float, float)
_DAY = _Sort(_day, bytes.decode)


@dataclass(frozen=True, slots=True)
class Group:
    """Columns in the database, and how each is read."""

    columns: Mapping[str, _Sort]

    @property
    def numbers(self) -> list[str]:
        """Those that need not be whole numbers."""
        return [name for name, sort in self.columns.items() if sort is _NUMBER]

    def values_copied(self, raw: bytes) -> tuple[Any, ...]:
        """The values of one camera, from what COPY says of them; null is None."""
        return tuple(self._copied(raw))

    def values_packed(self, raw: bytes) -> tuple[Any, ...]:
        """The values of one camera, from what `packed_rows` says of them; null is None."""
        told = zip(self.columns.values(), raw.split(AND), strict=True)
        return tuple(None if one == NOTHING else sort.packed(one) for sort, one in told)

    def _copied(self, raw: bytes) -> Iterator[Any]:
        if len(self.columns) == 1:
            (sort,) = self.columns.values()
            yield sort.copied(raw) if raw or sort is _TEXT else None
            return
        at = 0
        for sort in self.columns.values():
            length = _whole(raw[at : at + 4])
            at += 4
            yield None if length < 0 else sort.copied(raw[at : at + length])
            at += max(length, 0)


FACINGS = Group({"facings": _TEXT})
REF = Group({"ref": _TEXT})
# The operator is the last: whoever reads groups looks for its name.
_DEVICE = Group(
    dict.fromkeys(("mount", "scope", "signage", "zone", "manufacturer"), _TEXT)
    | {"operator_id": _WHOLE}
)
_SIZES = Group(
    dict.fromkeys(("height_m", "tilt_deg", "accuracy_m"), _NUMBER) | {"start_date": _TEXT}
)
_VOICES = Group({"voices": _WHOLE, "first_seen_on": _DAY})
SEEN = Group({"last_seen_on": _DAY})
GROUPS = (FACINGS, _DEVICE, _SIZES, _VOICES, SEEN, REF)
"""In the order of the columns of a camera's details, which begin with its place."""
COLUMNS = PLACE + len(GROUPS)
_REF = COLUMNS - 1


class Details(NamedTuple):
    """Of each camera its place and one text for each group, shape (n, `COLUMNS`).

    The texts of `refs`, for the last column, are as they were told; those of `spelled` are the
    properties of a feature, each behind a comma.
    """

    rows: U32
    spelled: Texts
    refs: Texts

    @classmethod
    def unknown(cls, number: int) -> Self:
        """Nothing of so many cameras; takes no room."""
        rows = np.broadcast_to(np.zeros((1, COLUMNS), dtype=np.uint32), (number, COLUMNS))
        return cls(rows, Texts.of([b""]), Texts.of([b""]))

    def picked(self, cameras: I64 | Flags) -> Self:
        """Those at some positions, or with a flag."""
        positions = np.flatnonzero(cameras) if cameras.dtype == np.bool_ else cameras
        # Ten times as fast as with brackets, for rows are short.
        return self._replace(rows=np.take(self.rows, positions, axis=0))

    def followed_by(self, more: "Details") -> Self:
        """These and others after them."""
        shifted = more.rows.copy()
        shifted[:, PLACE:_REF] += np.uint32(len(self.spelled))
        shifted[:, _REF] += np.uint32(len(self.refs))
        return type(self)(
            np.concatenate((self.rows, shifted)),
            self.spelled.followed_by(more.spelled),
            self.refs.followed_by(more.refs),
        )

    def tidied(self) -> Self:
        """The same without texts that no camera has."""
        rows = self.rows.copy()
        texts = []
        for columns, known in ((slice(PLACE, _REF), self.spelled), (slice(_REF, None), self.refs)):
            used = np.zeros(len(known), dtype=np.bool_)
            used[rows[:, columns]] = True
            rows[:, columns] = (np.cumsum(used) - 1).astype(np.uint32)[rows[:, columns]]
            texts.append(known.picked(np.flatnonzero(used)))
        return type(self)(rows, *texts)


def details_of(
    lonlat: F64,
    groups: Sequence[U32],
    known: Sequence[Sequence[tuple[Any, ...]]],
    refs: Texts,
    operators: Mapping[int, str],
) -> Details:
    """The details of cameras at places in degrees, shape (n, 2).

    Of each group `groups` holds which of the `known` values each camera has, and of the last which
    of `refs`. `operators` are names by number.
    """
    rows = np.empty((len(lonlat), COLUMNS), dtype=np.uint32)
    rows[:, :PLACE] = np.rint(lonlat * DEGREE).astype(np.int32).view(np.uint32)
    spelled: list[bytes] = []
    for column, (group, numbers, values) in enumerate(
        zip(GROUPS[:-1], groups, known, strict=False), PLACE
    ):
        rows[:, column] = numbers + np.uint32(len(spelled))
        spelled += [_spelled(group, one, operators) for one in values]
    rows[:, _REF] = groups[-1]
    return Details(rows, Texts.of(spelled), refs)


def _spelled(group: Group, values: tuple[Any, ...], operators: Mapping[int, str]) -> bytes:
    """The properties of one combination, each behind a comma."""
    told = dict(zip(group.columns, values, strict=True))
    if "facings" in told:
        told["facings"] = orjson.Fragment(told["facings"])
    if "operator_id" in told:
        told["operator"] = operators.get(told.pop("operator_id"))
    return b"," + orjson.dumps(told)[1:-1]
