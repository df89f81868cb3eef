"""Storing the figures of a place: the sum of what its cells add."""

from datetime import date

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db import transaction

from mapper.coverage.models import PlaceFigures, PlacePart
from mapper.coverage.records import PART, Rows
from mapper.coverage.sums import area_km2, summed, vintage_of
from mapper.places.models import Place


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
            "ground_vintage_on": str(vintage_of(boundary) or row["ground__vintage_on"]),
        }
        PlaceFigures.objects.update_or_create(
            place_id=place, defaults={"computed_on": day, "figures": figures}
        )


def parts_of_place(place: int) -> Rows:
    """What the cells of a place add to its figures, in one order; one query."""
    parts = PlacePart.objects.filter(place=place).order_by("cell").values_list("sums", flat=True)
    kept = (bytes(part) for part in parts)
    return np.frombuffer(b"".join(part for part in kept if len(part) == PART.itemsize), PART)
