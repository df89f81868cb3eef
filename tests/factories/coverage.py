"""Computed cells of street coverage for tests."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from mapper.coverage.models import CoverageCell
from mapper.coverage.records import CAMERA, SENSITIVE, STREET, STRETCH, pack
from mapper.geometry.cells import cell_of
from mapper.places.models import Street
from mapper.settings import limits
from tests.factories.cameras import SEEN_ON

Stretch = tuple[float, float, int, int, int, int]
"""From which metre to which; cameras certain, possible, showing faces; day looked at, or 0."""


def make_cell(street: Street, stretches: Sequence[Stretch] = (), **fields: Any) -> CoverageCell:
    """The cell in which a street begins, of which nothing but its stretches was kept."""
    lon, lat = street.line.coords[0]
    rows = np.array([(street.pk, *stretch) for stretch in stretches], STRETCH)
    empty = {"streets": STREET, "cameras": CAMERA, "sensitive": SENSITIVE}
    values = {
        "cell": cell_of(lon, lat, limits.COVERAGE_CELL_ZOOM),
        "computed_on": SEEN_ON,
        "inputs": "testing",
        "stretches": pack(rows),
        **{name: pack(np.empty(0, kind)) for name, kind in empty.items()},
        **fields,
    }
    return CoverageCell.objects.create(**values)
