"""Storing the figures of cells: each is replaced as a whole, with what it adds to places."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from mapper.coverage.compute import CellRows
from mapper.coverage.models import CountedCamera, CoverageCell, PlacePart
from mapper.coverage.records import pack
from mapper.places.models import Place
from mapper.settings import limits

_FIELDS = ["computed_on", "inputs", "streets", "stretches", "cameras", "sensitive"]


def store_cells(*, rows: Sequence[CellRows], inputs: str, day: date) -> set[int]:
    """Store all of some cells or nothing; gives the places whose figures follow from them.

    A cell in which there is nothing any more is removed.
    """
    cells = [row.cell for row in rows]
    with transaction.atomic():
        parts = PlacePart.objects.filter(cell__in=cells)
        touched = set(parts.values_list("place", flat=True).distinct())
        parts.delete()
        CoverageCell.objects.filter(cell__in=[row.cell for row in rows if row.is_empty]).delete()
        CoverageCell.objects.bulk_create(
            [_cell(row, inputs, day) for row in rows if not row.is_empty],
            update_conflicts=True,
            unique_fields=["cell"],
            update_fields=_FIELDS,
        )
        touched |= _store_parts(rows)
        _store_cameras(rows, cells)
    return touched


def _cell(row: CellRows, inputs: str, day: date) -> CoverageCell:
    return CoverageCell(
        cell=row.cell,
        computed_on=day,
        inputs=inputs,
        streets=pack(row.streets),
        stretches=pack(row.stretches),
        cameras=pack(row.cameras),
        sensitive=pack(row.sensitive),
    )


def _store_parts(rows: Sequence[CellRows]) -> set[int]:
    """Store what cells add to the places that are still there."""
    named = {int(place) for row in rows for place in row.parts["place"]}
    there = set(Place.objects.filter(pk__in=named).values_list("pk", flat=True))
    PlacePart.objects.bulk_create(
        PlacePart(cell=row.cell, place_id=int(part["place"]), sums=part.tobytes())
        for row in rows
        for part in row.parts
        if int(part["place"]) in there
    )
    return there


def _store_cameras(rows: Sequence[CellRows], cells: list[int]) -> None:
    """Note where the cameras of cells stand, in place of what was noted before."""
    stood = [
        CountedCamera(camera=camera, cell=row.cell, lon=lon, lat=lat)
        for row in rows
        for camera, (lon, lat) in zip(
            row.cameras["camera"].tolist(), row.stood.tolist(), strict=True
        )
    ]
    CountedCamera.objects.filter(cell__in=cells).delete()
    size = limits.IMPORT_BATCH_ROWS
    for start in range(0, len(stood), size):
        batch = stood[start : start + size]
        # One that came over from a cell that is not computed anew yet.
        CountedCamera.objects.filter(camera__in=[one.camera for one in batch]).delete()
        CountedCamera.objects.bulk_create(batch)
