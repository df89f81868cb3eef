"""Replacing the rows of one kind of ground with those of a newer import, by what differs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.gis.geos import GEOSGeometry

from mapper.places.models import (
    Building,
    Ground,
    GroundArea,
    Label,
    Place,
    SensitivePlace,
    Street,
)
from mapper.settings import limits

GroundRow = Street | Building | GroundArea | Label | Place | SensitivePlace
Written = Callable[[int], None]
"""Told how many rows more have been written."""

# A row keeps its key, its ground, and the slug that stands in its permanent address. What holds a
# place is no word of the import: it is worked out from all places together.
_KEPT = frozenset({"id", "ground", "slug", "parent"})


@dataclass(slots=True)
class LayerReport:
    """How many rows of one kind of ground were added, changed, removed, or were there before."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def differs(self) -> bool:
        """Whether anything drawn is different from before."""
        return bool(self.added or self.changed or self.removed)


def replace_layer(
    ground: Ground, model: type[GroundRow], rows: Sequence[GroundRow], written: Written
) -> LayerReport:
    """Make `rows` (unsaved, told apart by `external_id`) all there is of `model` in a ground."""
    fields = _told_fields(model)
    stored = {
        row.external_id: (row.pk, _told(row, fields))
        for row in model.objects.filter(ground=ground).iterator()
    }
    fresh: list[Any] = []
    changed: list[Any] = []
    for row in rows:
        row.ground = ground
        before = stored.pop(row.external_id, None)
        if before is None:
            fresh.append(row)
            continue
        row.pk, told = before
        if told != _told(row, fields):
            changed.append(row)
    _write(model, fresh, changed, [pk for pk, _ in stored.values()], fields, written)
    return LayerReport(len(fresh), len(changed), len(stored), len(rows) - len(fresh) - len(changed))


def differs(ground: Ground, model: type[GroundRow], rows: Sequence[GroundRow]) -> bool:
    """Whether `rows` are anything else than what there is of `model` in a ground."""
    fields = _told_fields(model)
    stored = {row.external_id: _told(row, fields) for row in model.objects.filter(ground=ground)}
    return stored != {row.external_id: _told(row, fields) for row in rows}


def _told_fields(model: type[GroundRow]) -> list[str]:
    return [one.name for one in model._meta.concrete_fields if one.name not in _KEPT]


def _told(row: GroundRow, fields: list[str]) -> int:
    """A fingerprint of everything a row tells."""
    values = (getattr(row, field) for field in fields)
    return hash(tuple(bytes(v.wkb) if isinstance(v, GEOSGeometry) else v for v in values))


def _write(
    model: type[GroundRow],
    fresh: list[Any],
    changed: list[Any],
    removed: list[int],
    fields: list[str],
    written: Written,
) -> None:
    size = limits.IMPORT_BATCH_ROWS
    for start in range(0, len(removed), size):
        model.objects.filter(pk__in=removed[start : start + size]).delete()
    for start in range(0, len(fresh), size):
        model.objects.bulk_create(fresh[start : start + size])
        written(len(fresh[start : start + size]))
    for start in range(0, len(changed), size):
        # Ten times as fast as bulk_update, which writes a CASE for every row and field.
        model.objects.bulk_create(
            changed[start : start + size],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=fields,
        )
        written(len(changed[start : start + size]))
