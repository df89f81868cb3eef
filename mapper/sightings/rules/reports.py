"""Which reports are taken: where a camera may be said to be, and when it may have been seen."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import isfinite

from mapper.geometry import Box
from mapper.geometry.angles import DATE_LINE, POLE
from mapper.settings import limits


def position_problem(lat: float, lon: float) -> str:
    """What is wrong with a position in degrees, in words; empty where nothing is."""
    if not (isfinite(lat) and isfinite(lon)):
        return "A position is two ordinary numbers of degrees."
    if POLE < abs(lat) <= DATE_LINE and abs(lon) <= POLE:
        return "Latitude runs from -90 to 90. Perhaps latitude and longitude are swapped?"
    if abs(lat) > POLE:
        return f"Latitude runs from -90 to 90, and this is {lat:g}."
    if abs(lon) > DATE_LINE:
        return f"Longitude runs from -180 to 180, and this is {lon:g}."
    if lat == 0 and lon == 0:
        return "0, 0 lies in the sea off Africa: some device put it there for want of a position."
    return ""


def looks_swapped(lat: float, lon: float, mapped: Iterable[Box]) -> bool:
    """Whether a position lies on no mapped ground, but would with its two numbers swapped."""
    boxes = list(mapped)
    return any(box.contains(lat, lon) for box in boxes) and not any(
        box.contains(lon, lat) for box in boxes
    )


def day_problem(observed_on: date, today: date) -> str:
    """What is wrong with the day of a sighting, in words; empty where nothing is.

    `today` is the day in UTC; east of there it is tomorrow already, and that is taken.
    """
    if observed_on > today + timedelta(days=1):
        return "This day has not come yet."
    if observed_on < earliest_day(today):
        return f"This is too long ago. The earliest day we take is {earliest_day(today):%-d %B %Y}."
    return ""


def earliest_day(today: date) -> date:
    """The earliest day a sighting received today may be dated."""
    return today - timedelta(days=limits.REPORT_MAX_AGE_DAYS)
