"""Ground, places, streets, buildings, areas and labels for tests."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from django.contrib.gis.geos import GEOSGeometry, LineString, MultiPolygon, Point, Polygon

from mapper.places.models import Building, Ground, GroundArea, Label, Place, Street
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass
from tests.factories.cameras import HERE

Corners = tuple[float, float, float, float]
"""West, south, east and north in degrees."""

_NUMBERS = count(1)


def around(lon: float = HERE[0], lat: float = HERE[1], degrees: float = 0.001) -> Corners:
    """The corners of a box that reaches so many degrees to each side of a point."""
    return (lon - degrees, lat - degrees, lon + degrees, lat + degrees)


def make_ground(slug: str = "testing", extent: Corners | None = None, **fields: Any) -> Ground:
    """An import of ground; asked twice for one slug it is the same."""
    values = {
        "title": "Testing",
        "attribution": "© OpenStreetMap contributors",
        "vintage_on": date(2026, 9, 1),
        "extent": Polygon.from_bbox(extent or around(degrees=0.1)),
        **fields,
    }
    return Ground.objects.get_or_create(slug=slug, defaults=values)[0]


def make_place(name: str = "Ward", corners: Corners | None = None, **fields: Any) -> Place:
    """A ward in the shape of a box."""
    boundary = MultiPolygon(Polygon.from_bbox(corners or around(degrees=0.01)), srid=4326)
    values = {"slug": f"ward-{next(_NUMBERS)}", "level": Level.WARD, "boundary": boundary, **fields}
    return Place.objects.create(name=name, ground=_ground(values), **values)


def make_street(
    name: str = "Testing Street", line: Sequence[tuple[float, float]] = (), **fields: Any
) -> Street:
    """A street for people to live in; straight eastwards unless told otherwise."""
    lon, lat = HERE
    path = LineString(*(line or [(lon - 0.001, lat), (lon + 0.001, lat)]), srid=4326)
    values = {"street_class": StreetClass.RESIDENTIAL, "line": path, **fields}
    return Street.objects.create(name=name, ground=_ground(values), **values)


def make_building(corners: Corners | None = None, **fields: Any) -> Building:
    """A building in the shape of a box."""
    outline = MultiPolygon(Polygon.from_bbox(corners or around(degrees=0.0001)), srid=4326)
    values = {"outline": outline, **fields}
    return Building.objects.create(ground=_ground(values), **values)


def make_area(
    kind: GroundKind = GroundKind.PARK, shape: GEOSGeometry | None = None, **fields: Any
) -> GroundArea:
    """A patch of ground in the shape of a box."""
    values = {"shape": shape or Polygon.from_bbox(around(degrees=0.002)), **fields}
    return GroundArea.objects.create(kind=kind, ground=_ground(values), **values)


def make_label(
    name: str = "Testing", lon: float = HERE[0], lat: float = HERE[1], **fields: Any
) -> Label:
    """The name of a city."""
    values = {"rank": LabelRank.CITY, "location": Point(lon, lat, srid=4326), **fields}
    return Label.objects.create(name=name, ground=_ground(values), **values)


def _ground(values: dict[str, Any]) -> Ground:
    """The ground a record was told to belong to, or the usual one."""
    given: Ground | None = values.pop("ground", None)
    return given or make_ground()
