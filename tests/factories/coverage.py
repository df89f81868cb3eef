"""Computed cells of street coverage for tests."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mapper.cameras.models import Camera
from mapper.coverage.models import CoverageCell, PlacePart
from mapper.coverage.records import CAMERA, PART, SENSITIVE, STREET, STRETCH, pack
from mapper.geometry.cells import cell_of
from mapper.places.models import Place, Street
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


def make_whole_cell(
    lon: float,
    lat: float,
    *,
    cameras: Mapping[Camera, tuple[float, float]] | None = None,
    streets: Mapping[Street, Sequence[Stretch]] | None = None,
) -> CoverageCell:
    """The cell of a point, with the metres each camera sees and sees alone, and with streets.

    It adds something to every place that is there before it, though nothing that counts.
    """
    seen = [(camera.pk, 600.0, 0.1, *metres) for camera, metres in (cameras or {}).items()]
    whole = np.zeros(len(streets or {}), STREET)
    whole["street"], whole["public"] = [street.pk for street in streets or {}], True
    parts = [(street.pk, *part) for street, told in (streets or {}).items() for part in told]
    cell = cell_of(lon, lat, limits.COVERAGE_CELL_ZOOM)
    nothing = np.zeros(1, PART).tobytes()
    PlacePart.objects.bulk_create(
        [PlacePart(cell=cell, place=place, sums=nothing) for place in Place.objects.all()]
    )
    return CoverageCell.objects.create(
        cell=cell,
        computed_on=SEEN_ON,
        inputs="testing",
        streets=pack(whole),
        stretches=pack(np.array(parts, STRETCH)),
        cameras=pack(np.array(seen, CAMERA)),
        sensitive=pack(np.empty(0, SENSITIVE)),
    )
