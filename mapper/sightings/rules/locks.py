"""Where no new sightings are taken for now, and until when."""

from datetime import date, timedelta

from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.sightings.models import LockedCell


def locked_problem(lon: float, lat: float, day: date) -> str:
    """Why nothing is taken at a position on `day`, in words; empty where it is; one query.

    Those with standing need not ask.
    """
    cell = cell_of(lon, lat, limits.LOCKED_CELL_ZOOM)
    lock = LockedCell.objects.filter(cell=cell, since__lte=day, until__gte=day).first()
    if lock is None:
        return ""
    opens = lock.until + timedelta(days=1)
    return (
        "A moderator has closed this part of the map to new sightings for some days."
        f" It opens again on {opens:%-d %B %Y}."
    )
