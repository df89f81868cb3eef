"""Whether cameras changed that a place's figures may not know of yet."""

from datetime import date

from mapper.cameras.models import Event
from mapper.coverage.models import Followed

_CAMERAS = "cameras"
"""The name under which `Followed` tells how far the events of cameras were worked in."""


def changed_after(day: date) -> date | None:
    """The day of the newest change that was not worked in yet, if later than `day`; two queries."""
    newest = Event.objects.order_by("-pk").values_list("pk", "day").first()
    if newest is None or newest[1] <= day:
        return None
    worked_in = Followed.objects.filter(stream=_CAMERAS, last_event__gte=newest[0])
    return None if worked_in.exists() else newest[1]
