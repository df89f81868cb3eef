"""Whether cameras changed that a place's figures may not know of yet."""

from datetime import date

from django.db.models import Model

from mapper.cameras.models import Event, SourceRecord
from mapper.coverage.models import Followed

_TOLD: dict[str, tuple[type[Model], str]] = {
    "cameras": (Event, "day"),
    "records": (SourceRecord, "first_vintage_on"),
}
"""What tells of cameras, and of which day: by the name under which `Followed` knows how far it was
worked in."""


def changed_after(day: date) -> date | None:
    """The day of the newest change not worked in yet, if later than `day`; four queries at most."""
    behind = (_behind(stream, day) for stream in _TOLD)
    return max((newest for newest in behind if newest), default=None)


def _behind(stream: str, day: date) -> date | None:
    rows, field = _TOLD[stream]
    newest = rows._default_manager.order_by("-pk").values_list("pk", field).first()
    if newest is None or newest[1] <= day:
        return None
    worked_in = Followed.objects.filter(stream=stream, last_event__gte=newest[0])
    return None if worked_in.exists() else newest[1]
