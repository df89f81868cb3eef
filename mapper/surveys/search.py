"""What may be looked along from a position, and which cameras stand in what was looked at."""

from collections import defaultdict
from dataclasses import dataclass

import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

from mapper.cameras.models import Camera
from mapper.geometry import box_around
from mapper.geometry.planes import Plane
from mapper.places.models import Street
from mapper.settings import limits
from mapper.surveys.rules import circle_around, reach_of, stored_lines
from mapper.vocabulary import StreetClass

# Nobody walks along these to look for cameras.
_NOT_WALKED = (StreetClass.RAIL, StreetClass.MOTORWAY)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named street as far as one person looks along it; `area` holds its lines in degrees."""

    name: str
    metres: float
    length_m: float
    area: GEOSGeometry


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
            found.append(Stretch(name, metres, float(flat.length), area))
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
    reach = reach_of(area)
    found = Camera.objects.public().in_box(reach.box).order_by("pk")
    return [
        camera
        for camera in found[: limits.MATCH_COMPARED_MAX]
        if reach.covers(camera.location.x, camera.location.y)
    ]


def _streets_around(lon: float, lat: float) -> dict[str, list[BaseGeometry]]:
    """The lines of each name around a position."""
    box = box_around(lon, lat, limits.SURVEY_STREET_REACH_M)
    streets = Street.objects.in_box(box).filter(tunnel=False).exclude(name="")
    rows = streets.exclude(street_class__in=_NOT_WALKED).annotate(wkb=AsWKB("line"))
    lines: dict[str, list[BaseGeometry]] = defaultdict(list)
    for name, wkb in rows.order_by("pk").values_list("name", "wkb")[: limits.LIST_STREETS]:
        lines[name].append(shapely.from_wkb(bytes(wkb)))
    return lines
