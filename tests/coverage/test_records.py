"""The arrays of a cell, packed and unpacked."""

import numpy as np
import pytest

from mapper.coverage import records


@pytest.mark.parametrize(
    "kind", [records.STREET, records.STRETCH, records.CAMERA, records.SENSITIVE]
)
def test_records_come_back_as_they_were(kind: np.dtype) -> None:
    rows = np.zeros(3, kind)
    rows[kind.names[0]] = [1, 2, 3]
    assert np.array_equal(records.unpack(records.pack(rows), kind), rows)


def test_records_of_another_release_are_as_if_nothing_had_been_computed() -> None:
    older = records.pack(np.zeros(3, np.dtype([("street", "<i8")])))
    assert len(records.unpack(older, records.STREET)) == 0


def test_parts_are_added_up_and_grow() -> None:
    parts = np.zeros(2, records.PART)
    parts["length_m"], parts["cameras"], parts["place"] = [[1, 2], [3, 4]], 1, 7
    total = records.added(parts)
    assert total["length_m"].tolist() == [[4, 6]]
    assert total["cameras"][0, 0] == 2
    after = records.added(np.concatenate((parts, parts[:1])))
    assert records.grown(total, records.added(parts[:1]), after)["length_m"].tolist() == [[8, 12]]


def test_parts_of_another_release_are_left_out() -> None:
    kept = np.ones(1, records.PART)
    assert len(records.parts_from([b"", kept.tobytes(), memoryview(b"short")])) == 1
