"""The figures of a place from what its cells add, and what else is told with them."""

from datetime import date
from typing import Any

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB

from mapper.coverage.block import SENSITIVE_KINDS
from mapper.coverage.records import COUNTS, DETAILS, MEASURES, Rows
from mapper.geometry.arrays import F64
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.places.models import Ground

_M2_PER_KM2 = 1e6


def summed(parts: Rows) -> dict[str, Any]:
    """Parts added up, as `PlaceFigures` keeps them."""
    length, looked, metres = (
        parts[name].sum(axis=0) for name in ("length_m", "looked_m", "metres")
    )
    number, fronts = parts["sensitive"].sum(axis=0), parts["fronts"].sum(axis=0)
    mean = fronts / np.maximum(number, 1)[:, None, None]
    return {
        "ways": {
            name: {
                "length_m": float(length[which]),
                "looked_m": float(looked[which]),
                "watched": watched(metres[which]),
            }
            for which, name in enumerate(("public", "all"))
        },
        "cameras": dict(zip(COUNTS, parts["cameras"].sum(axis=0).tolist(), strict=True)),
        "sensitive": {
            kind.value: {"total": int(number[which])}
            | {
                detail.value: mean[which, :, column].tolist()
                for column, detail in enumerate(DETAILS)
            }
            for which, kind in enumerate(SENSITIVE_KINDS)
        },
    }


def watched(metres: F64) -> dict[str, dict[str, list[float]]]:
    """Metres by scenario, detail and measure as `WayFigures` reads them: low, central and high."""
    return {
        detail.value: {
            measure.value: metres[:, column, which].tolist()
            for which, measure in enumerate(MEASURES)
        }
        for column, detail in enumerate(DETAILS)
    }


def area_km2(boundary: shapely.Geometry) -> float:
    """The ground inside a boundary in degrees, on the sphere that lengths are measured on."""

    def equal_area(lonlat: F64) -> F64:
        """Lambert's cylinder, on which every piece of ground keeps its area."""
        return np.column_stack((np.radians(lonlat[:, 0]), np.sin(np.radians(lonlat[:, 1]))))

    flat = shapely.transform(boundary, equal_area)
    return float(shapely.area(flat)) * EARTH_RADIUS_M**2 / _M2_PER_KM2


def vintage_of(boundary: shapely.Geometry) -> date | None:
    """The oldest day that the streets around a place are of; None where there are none."""
    with_streets = Ground.objects.with_streets()
    rows = with_streets.annotate(wkb=AsWKB("extent")).values_list("wkb", "vintage_on")
    days = [day for wkb, day in rows if shapely.intersects(shapely.from_wkb(bytes(wkb)), boundary)]
    return min(days, default=None)
