"""Streets by name, with their lines: which of them is meant, and in which ward each lies."""

from collections.abc import Iterable
from dataclasses import dataclass

import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.contrib.gis.geos import Point
from shapely.geometry.base import BaseGeometry

from mapper.geometry import Box
from mapper.places.models import Place, Street
from mapper.places.search import find_places, folded
from mapper.settings import limits


@dataclass(frozen=True, slots=True)
class FoundStreet:
    """One street: its name, its lines in degrees, and words that tell it from its namesakes."""

    name: str
    lines: BaseGeometry

    @property
    def key(self) -> str:
        """The same for the same street, as long as its ground is."""
        lon, lat = shapely.get_coordinates(shapely.centroid(self.lines))[0]
        return f"{self.name}@{lat:.4f},{lon:.4f}"

    @property
    def where(self) -> str:
        """The smallest place its middle lies in; empty where none is known. One query."""
        lon, lat = shapely.get_coordinates(shapely.centroid(self.lines))[0]
        around = Place.objects.current().in_box(Box(lon, lat, lon, lat))
        holding = around.filter(boundary__intersects=Point(lon, lat, srid=4326))
        smallest = min(holding, key=lambda place: float(place.boundary.area), default=None)
        return smallest.name if smallest else ""


def find_streets(text: str) -> list[FoundStreet]:
    """The streets of a name, in each town one; without one of just this name, those like it."""
    found = [place for place in find_places(text) if place.what == "street"]
    exact = [place for place in found if folded(place.name) == folded(text)]
    chosen = exact or found
    return [FoundStreet(place.name, _lines(place.name, place.box)) for place in chosen]


def crossing_of(street: FoundStreet, others: Iterable[FoundStreet]) -> FoundStreet | None:
    """The first of some streets that crosses a street, or comes near its end; else None."""
    reach = limits.CROSSING_REACH_DEG
    near = (other for other in others if shapely.dwithin(street.lines, other.lines, reach))
    return next(near, None)


def _lines(name: str, box: Box) -> BaseGeometry:
    """All lines that bear a name inside a box; one query."""
    rows = Street.objects.in_box(box).filter(name=name).annotate(wkb=AsWKB("line"))
    return shapely.union_all(
        [shapely.from_wkb(bytes(wkb)) for _, wkb in rows.values_list("pk", "wkb")]
    )
