"""Storing the figures of cells: each is replaced as a whole, with what it adds to places."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from mapper.coverage.compute import CellRows
from mapper.coverage.models import CountedCamera, CoverageCell, PlaceFigures, PlacePart
from mapper.coverage.records import added, grown, pack, parts_from
from mapper.places.models import Place
from mapper.settings import limits

_FIELDS = ["computed_on", "inputs", "streets", "stretches", "cameras", "sensitive"]


def store_cells(*, rows: Sequence[CellRows], inputs: str, day: date) -> set[int]:
    """Store all of some cells or nothing; gives the places whose figures follow from them.

    A cell in which there is nothing any more is removed.
    """
    cells = [row.cell for row in rows]
    with transaction.atomic():
        before = _parts_of(cells)
        PlacePart.objects.filter(cell__in=cells).delete()
        CoverageCell.objects.filter(cell__in=[row.cell for row in rows if row.is_empty]).delete()
        CoverageCell.objects.bulk_create(
            [_cell(row, inputs, day) for row in rows if not row.is_empty],
            update_conflicts=True,
            unique_fields=["cell"],
            update_fields=_FIELDS,
        )
        after = _store_parts(rows)
        _store_cameras(rows, cells)
        touched = before.keys() | after.keys()
        # Last of all, so that whoever sums a place anew sees all of this or waits for none of it.
        for figures in _sums_of(touched):
            place = figures.place_id
            total = parts_from([figures.sums or b""])
            change = (added(parts_from(parts.get(place, ()))) for parts in (before, after))
            figures.sums = grown(total, *change).tobytes()
            figures.save(update_fields=["sums"])
    return touched


def _parts_of(cells: list[int]) -> dict[int, list[bytes]]:
    """What some cells add to each place."""
    found: dict[int, list[bytes]] = defaultdict(list)
    rows = PlacePart.objects.filter(cell__in=cells).order_by("cell")
    for place, sums in rows.values_list("place", "sums"):
        found[place].append(bytes(sums))
    return found


def _sums_of(places: Collection[int]) -> QuerySet[PlaceFigures]:
    """The sums of some places, in one order, which nobody else changes meanwhile."""
    found = PlaceFigures.objects.filter(place__in=places, sums__isnull=False)
    return found.order_by("place").select_for_update(of=("self",)).defer("figures")


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


def _store_parts(rows: Sequence[CellRows]) -> dict[int, list[bytes]]:
    """Store what cells add to the places that are still there; gives it by place."""
    named = {int(place) for row in rows for place in row.parts["place"]}
    there = set(Place.objects.filter(pk__in=named).values_list("pk", flat=True))
    parts = [
        PlacePart(cell=row.cell, place_id=int(part["place"]), sums=part.tobytes())
        for row in rows
        for part in row.parts
        if int(part["place"]) in there
    ]
    PlacePart.objects.bulk_create(parts)
    found: dict[int, list[bytes]] = defaultdict(list)
    for part in parts:
        found[part.place_id].append(bytes(part.sums))
    return found


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
    # Of those left, one may have come over from a cell that is not computed anew yet.
    CountedCamera.objects.bulk_create(
        stood,
        batch_size=limits.IMPORT_BATCH_ROWS,
        update_conflicts=True,
        unique_fields=["camera"],
        update_fields=["cell", "lon", "lat"],
    )
