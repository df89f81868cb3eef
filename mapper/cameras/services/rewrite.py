"""Writing fields of many stored rows at once."""

from collections.abc import Sequence
from typing import TypeVar

from mapper.cameras.models import Camera, SourceRecord

Row = TypeVar("Row", Camera, SourceRecord)


def rewrite(rows: Sequence[Row], fields: Sequence[str]) -> None:
    """Write fields of stored rows: ten times as fast as bulk_update with its CASE for each."""
    if len(rows) == 1:
        # What one person says changes a field or two, and no index then needs to be written.
        rows[0].save(update_fields=fields)
    elif rows:
        type(rows[0])._default_manager.bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=fields
        )
