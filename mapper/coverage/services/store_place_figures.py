"""Storing the figures of a place: the sum of what its cells add."""

from datetime import date
from typing import Any

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db import transaction
from django.db.models import Exists, OuterRef

from mapper.coverage.block import SENSITIVE_KINDS
from mapper.coverage.models import PlaceFigures, PlacePart
from mapper.coverage.records import COUNTS, DETAILS, MEASURES, PART, Rows
from mapper.geometry.compiled import F64
from mapper.geometry.distances import EARTH_RADIUS_M
from mapper.places.models import Ground, Place, Street

_M2_PER_KM2 = 1e6


def store_place_figures(*, place: int, day: date) -> None:
    """Sum a place of today's boundaries over its cells; what a retired one had stays as it is."""
    with transaction.atomic():
        current = Place.objects.current().filter(pk=place)
        row = current.annotate(wkb=AsWKB("boundary")).values("wkb", "ground__vintage_on").first()
        if row is None:
            return
        boundary = shapely.from_wkb(bytes(row["wkb"]))
        figures = summed(parts_of_place(place)) | {
            "area_km2": area_km2(boundary),
            "ground_vintage_on": str(_vintage(boundary) or row["ground__vintage_on"]),
        }
        PlaceFigures.objects.update_or_create(
            place_id=place, defaults={"computed_on": day, "figures": figures}
        )


def parts_of_place(place: int) -> Rows:
    """What the cells of a place add to its figures, in one order; one query."""
    parts = PlacePart.objects.filter(place=place).order_by("cell").values_list("sums", flat=True)
    kept = (bytes(part) for part in parts)
    return np.frombuffer(b"".join(part for part in kept if len(part) == PART.itemsize), PART)


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
                "watched": _watched(metres[which]),
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


def _watched(metres: F64) -> dict[str, dict[str, list[float]]]:
    """Metres by detail and measure, each low, central and high."""
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


def _vintage(boundary: shapely.Geometry) -> date | None:
    """The oldest day that the streets around a place are of; None where there are none."""
    with_streets = Ground.objects.filter(Exists(Street.objects.filter(ground=OuterRef("pk"))))
    rows = with_streets.annotate(wkb=AsWKB("extent")).values_list("wkb", "vintage_on")
    days = [day for wkb, day in rows if shapely.intersects(shapely.from_wkb(bytes(wkb)), boundary)]
    return min(days, default=None)
