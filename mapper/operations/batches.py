"""Going through a whole table in constant memory."""

from collections.abc import Iterator

from django.db.models import Model

from mapper.settings import limits


def id_batches(model: type[Model]) -> Iterator[list[int]]:
    """The ids of all rows of a table in rising order, so many at a time; one query a batch."""
    last = 0
    rows = model._default_manager.order_by("pk")
    while batch := list(
        rows.filter(pk__gt=last).values_list("pk", flat=True)[: limits.REBUILD_ROWS]
    ):
        yield batch
        last = batch[-1]
