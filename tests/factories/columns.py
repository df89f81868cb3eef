"""Listings in columns for tests."""

import json
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from mapper.cameras.services.listed_columns import ListedColumns
from mapper.vocabulary import CameraReading


def make_columns(
    count: int,
    *,
    seen_on: date | None = None,
    shared: CameraReading | None = None,
    tags: dict[str, str] | None = None,
    **aspects: list[Any],
) -> ListedColumns:
    """So many cameras called n0, n1 and so on, in a row eastwards, of which the aspects tell."""
    return ListedColumns(
        external_ids=pa.array([f"n{number}" for number in range(count)]),
        lonlat=np.array([[round(24.9 + number / 100, 7), 60.15] for number in range(count)]),
        tags=pa.array([json.dumps(tags or {})] * count),
        seen_on=np.full(count, np.datetime64(seen_on, "D")),
        aspects={name: pa.array(told) for name, told in aspects.items()},
        shared=shared or CameraReading(),
    )
