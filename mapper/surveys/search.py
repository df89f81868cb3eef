"""What may be looked along from a position, and which cameras stand in what was looked at."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

from mapper.cameras.models import Camera
from mapper.geometry import Box, box_around
from mapper.geometry.planes import Plane
from mapper.places.models import Street
from mapper.settings import limits
from mapper.surveys.models import Survey
from mapper.surveys.rules import circle_around, reach_of, stored_lines
from mapper.vocabulary import StreetClass

# Nobody walks along these to look for cameras.
_NOT_WALKED = (StreetClass.RAIL, StreetClass.MOTORWAY)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named street as far as one person looks along it; `area` holds its lines in degrees.

    `lon` and `lat` are where it is nearest.
    """

    name: str
    lon: float
    lat: float
    metres: float
    length_m: float
    area: GEOSGeometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one person looked at, on which day, and all the cameras she saw there.

    `area` is as a survey stores it; `street_name` is empty for a circle.
    """

    area: GEOSGeometry
    street_name: str
    looked_on: date
    seen: Sequence[Camera]


class UnfitLookError(ValueError):
    """A survey that cannot be: names the answer that is at fault, and says why in words."""

    def __init__(self, answer: str, reason: str) -> None:
        super().__init__(reason)
        self.answer, self.reason = answer, reason


def look_at(lon: float, lat: float, street: str, looked_on: date, seen: Collection[int]) -> Look:
    """What somebody says she looked at from a position, with the numbers of the cameras she saw.

    Raises `UnfitLookError` where no such street is near, or a camera she saw is not there. At most
    two queries.
    """
    area = area_looked_at(lon, lat, street)
    if area is None:
        raise UnfitLookError(*_nowhere(street))
    there = {camera.pk: camera for camera in cameras_within(area)}
    strange = sorted(set(seen) - there.keys())
    if strange:
        raise UnfitLookError("seen", f"Camera {strange[0]} is not where you looked.")
    known = [there[number] for number in sorted(set(seen))]
    return Look(area=area, street_name=street, looked_on=looked_on, seen=known)


def stretches_near(lon: float, lat: float, within_m: float) -> list[Stretch]:
    """The named streets within so many metres of a position, nearest first; one query.

    Each is cut at `limits.SURVEY_STREET_REACH_M` from the position: nobody looks further.
    """
    plane, here = Plane(lon, lat), shapely.Point(0, 0)
    circle = here.buffer(limits.SURVEY_STREET_REACH_M)
    found = []
    for name, lines in _streets_around(lon, lat).items():
        flat = shapely.intersection(plane.flat(shapely.union_all(lines)), circle)
        metres = float(flat.distance(here))
        if flat.length and metres <= within_m:
            area = stored_lines(shapely.transform(flat, plane.unfold))
            nearest = shapely.shortest_line(flat, here).coords[0]
            [[east, north]] = plane.unfold(np.array([nearest]))
            found.append(Stretch(name, east, north, metres, float(flat.length), area))
    return sorted(found, key=lambda stretch: (stretch.metres, stretch.name))


def area_looked_at(lon: float, lat: float, street: str) -> GEOSGeometry | None:
    """The stretch of a street by a position, or a circle where no street is named.

    None where no such street is near, and next to a pole. One query at most.
    """
    if not street:
        return circle_around(lon, lat)
    near = stretches_near(lon, lat, limits.SURVEY_STREET_NEAR_M)
    return next((stretch.area for stretch in near if stretch.name == street), None)


def cameras_within(area: GEOSGeometry) -> list[Camera]:
    """The public cameras in a circle or on a street, by number; one query."""
    found = Camera.objects.public().in_box(reach_of(area).box).order_by("pk")
    return inside(area, list(found[: limits.MATCH_COMPARED_MAX]))


def inside(area: GEOSGeometry, cameras: Sequence[Camera]) -> list[Camera]:
    """Those of some cameras that stand in a circle or on a street."""
    if not cameras:
        return []
    lonlat = np.array([camera.location.coords for camera in cameras])
    return list(compress(cameras, reach_of(area).inside(lonlat)))


def last_looks(box: Box) -> dict[str, date]:
    """The last day on which somebody looked along each street in a box, by name; one query."""
    looks = Survey.objects.standing().in_box(box).exclude(street_name="")
    return dict(looks.order_by("looked_on").values_list("street_name", "looked_on"))


def _nowhere(street: str) -> tuple[str, str]:
    if street:
        return "street", "There is no street of this name within reach of the position."
    return "location", "This near to a pole no street or circle can be drawn."


def _streets_around(lon: float, lat: float) -> dict[str, list[BaseGeometry]]:
    """The lines of each name around a position."""
    box = box_around(lon, lat, limits.SURVEY_STREET_REACH_M)
    streets = Street.objects.in_box(box).filter(tunnel=False).exclude(name="")
    rows = streets.exclude(street_class__in=_NOT_WALKED).annotate(wkb=AsWKB("line"))
    lines: dict[str, list[BaseGeometry]] = defaultdict(list)
    for name, wkb in rows.order_by("pk").values_list("name", "wkb")[: limits.LIST_STREETS]:
        lines[name].append(shapely.from_wkb(bytes(wkb)))
    return lines
