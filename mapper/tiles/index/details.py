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
from mapper.tiles.index.texts import Texts

DEGREE = 10**7
"""Places are told in parts of a degree: a centimetre, which is more than anybody measured."""
PLACE = 2
"""The first columns of a camera's details: longitude and latitude."""
_FIRST_DAY = date(2000, 1, 1)
"""From which PostgreSQL counts days."""

_Decoded = Callable[[bytes], Any]


def _float(raw: bytes) -> float:
    return float(struct.unpack(">d", raw)[0])


def _whole(raw: bytes) -> int:
    return int.from_bytes(raw, "big", signed=True)


def _day(raw: bytes) -> date:
    return _FIRST_DAY + timedelta(days=_whole(raw))


@dataclass(frozen=True, slots=True)
class Group:
    """Columns in the database, and how PostgreSQL's bytes of each are read."""

    columns: Mapping[str, _Decoded]

    def values_in(self, raw: bytes) -> tuple[Any, ...]:
        """The values of one camera, from what COPY says of them; null is None."""
        return tuple(self._values(raw))

    def _values(self, raw: bytes) -> Iterator[Any]:
        if len(self.columns) == 1:
            ((_, decoded),) = self.columns.items()
            yield decoded(raw) if raw or decoded is bytes.decode else None
            return
        at = 0
        for decoded in self.columns.values():
            length = _whole(raw[at : at + 4])
            at += 4
            yield None if length < 0 else decoded(raw[at : at + length])
            at += max(length, 0)


FACINGS = Group({"facings": bytes.decode})
REF = Group({"ref": bytes.decode})
# The operator is the last: whoever reads groups looks for its name.
_DEVICE = Group(
    dict.fromkeys(("mount", "scope", "signage", "zone", "manufacturer"), bytes.decode)
    | {"operator_id": _whole}
)
_SIZES = Group(
    dict.fromkeys(("height_m", "tilt_deg", "accuracy_m"), _float) | {"start_date": bytes.decode}
)
_VOICES = Group({"voices": _whole, "first_seen_on": _day})
_SEEN = Group({"last_seen_on": _day})
GROUPS = (FACINGS, _DEVICE, _SIZES, _VOICES, _SEEN, REF)
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
