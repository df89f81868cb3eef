"""The arrays that a cell keeps: one record for each street, stretch, camera and sensitive place."""

from collections.abc import Iterable
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from mapper.vocabulary import Detail, Measure, Scenario, SensitiveKind

SCENARIOS = tuple(Scenario)
"""The first axis of every array of metres."""
DETAILS = (Detail.OBSERVE, Detail.RECOGNISE)
"""The second axis."""
MEASURES = tuple(Measure)
"""The third axis, where there is one."""
WHOLE_STREET = 0
"""The place number of the row that tells of a street from end to end."""

STREET = np.dtype(
    [
        ("street", "<i8"),
        ("place", "<i8"),
        ("public", "?"),
        ("tunnel", "?"),
        ("length_m", "<f8"),
        ("looked_m", "<f8"),
        ("metres", "<f8", (len(SCENARIOS), len(DETAILS), len(MEASURES))),
    ]
)
"""A street, or its part inside a place: how long it is, and how much of it is in view."""

STRETCH = np.dtype(
    [
        ("street", "<i8"),
        ("from_m", "<f8"),
        ("to_m", "<f8"),
        ("certain", "u1"),
        ("possible", "u1"),
        ("faces", "u1"),
        ("looked_on", "<i4"),
    ]
)
"""Part of a street along which all is the same, in the central scenario.

`certain` counts the cameras that surely have it in view and `possible` all that may (3 is three or
more), `faces` those that may recognise a face there; `looked_on` is the day of the newest survey
of it as an ordinal, 0 where nobody looked.
"""

CAMERA = np.dtype(
    [
        ("camera", "<i8"),
        ("area_m2", "<f8"),
        ("cut", "<f8"),
        ("seen_m", "<f8"),
        ("unique_m", "<f8"),
    ]
)
"""A camera in the central scenario: the ground it sees, the share of it that walls took, the
metres of public street it sees, and those of them that no other camera sees."""

SENSITIVE = np.dtype([("place", "<i8"), ("metres", "<f8", (len(SCENARIOS), len(DETAILS)))])
"""A sensitive place: the share of its frontage that is in view, from 0 to 1."""

COUNTS = (
    *("total", "confirmed", "unconfirmed", "stale", "disputed", "by_public", "by_private"),
    *("by_unknown", "face_recognition", "facing_unknown"),
)
"""What cameras are counted by."""

PART = np.dtype(
    [
        ("place", "<i8"),
        ("length_m", "<f8", 2),
        ("looked_m", "<f8", 2),
        ("metres", "<f8", (2, len(SCENARIOS), len(DETAILS), len(MEASURES))),
        ("cameras", "<i8", len(COUNTS)),
        ("sensitive", "<i8", len(SensitiveKind)),
        ("fronts", "<f8", (len(SensitiveKind), len(SCENARIOS), len(DETAILS))),
    ]
)
"""What one cell adds to the figures of a place: public ways and then all ways, `COUNTS` of
cameras, and for each kind of sensitive place their number and the sum of their shares in view."""

Rows = NDArray[np.void]
"""Records of one of the kinds above."""


def pack(rows: Rows) -> bytes:
    """Records as bytes, in numpy's own format."""
    packed = BytesIO()
    np.save(packed, rows, allow_pickle=False)
    return packed.getvalue()


def unpack(packed: bytes, kind: np.dtype[np.void]) -> Rows:
    """Records from bytes; none where an older release wrote other fields, as if not computed."""
    rows: Rows = np.load(BytesIO(packed), allow_pickle=False)
    return rows if rows.dtype == kind else np.empty(0, kind)


def added(rows: Rows) -> Rows:
    """Parts added up, as one record that names no place."""
    total = np.zeros(1, PART)
    for name in PART.names or ():
        if name != "place":
            total[name] = rows[name].sum(axis=0)
    return total


def parts_from(stored: Iterable[bytes | memoryview]) -> Rows:
    """Parts as they are stored; those of an older release are left out."""
    told = (bytes(part) for part in stored)
    return np.frombuffer(b"".join(part for part in told if len(part) == PART.itemsize), PART)


def grown(total: Rows, before: Rows, after: Rows) -> Rows:
    """A sum of parts after some of them were replaced."""
    new = total.copy()
    for name in PART.names or ():
        if name != "place":
            new[name] += after[name] - before[name]
    return new
