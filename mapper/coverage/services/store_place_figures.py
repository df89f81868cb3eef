"""Storing the figures of a place: the sum of what its cells add."""

from datetime import date

import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db import transaction

from mapper.coverage.models import PlaceFigures, PlacePart
from mapper.coverage.records import Rows, added, parts_from
from mapper.coverage.sums import area_km2, summed, vintage_of
from mapper.places.models import Place


def store_place_figures(*, place: int, day: date, anew: bool = False) -> None:
    """Tell what a place of today's boundaries adds up to; what a retired one had stays as it is.

    It is summed over all its cells where that was never done, or `anew`.
    """
    with transaction.atomic():
        current = Place.objects.current().filter(pk=place)
        row = current.annotate(wkb=AsWKB("boundary")).values("wkb", "ground__vintage_on").first()
        if row is None:
            return
        boundary = shapely.from_wkb(bytes(row["wkb"]))
        defaults = {"computed_on": day, "figures": {}}
        PlaceFigures.objects.get_or_create(place_id=place, defaults=defaults)
        stored = PlaceFigures.objects.select_for_update(of=("self",)).get(place=place)
        if anew or len(parts_from([stored.sums or b""])) == 0:
            stored.sums = added(parts_of_place(place)).tobytes()
        stored.figures = summed(parts_from([stored.sums or b""])) | {
            "area_km2": area_km2(boundary),
            "ground_vintage_on": str(vintage_of(boundary) or row["ground__vintage_on"]),
        }
        stored.computed_on = day
        stored.save()


def parts_of_place(place: int) -> Rows:
    """What the cells of a place add to its figures, in one order; one query."""
    parts = PlacePart.objects.filter(place=place).order_by("cell")
    return parts_from(parts.values_list("sums", flat=True))
