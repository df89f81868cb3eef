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
