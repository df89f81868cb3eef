"""Unsaved rows of ground, as an import hands them over."""

from typing import Any

from django.contrib.gis.geos import LineString, MultiPolygon, Point, Polygon

from mapper.places.models import Label, Place, Street
from mapper.vocabulary import LabelRank, Level, StreetClass


def street(number: int, **fields: Any) -> Street:
    """A street of its own."""
    values = {
        "name": f"Street {number}",
        "street_class": StreetClass.RESIDENTIAL,
        "line": LineString((24.9, 60.1), (24.9 + number / 1000, 60.2), srid=4326),
        **fields,
    }
    return Street(external_id=f"way/{number}", **values)


def label(number: int, **fields: Any) -> Label:
    """The name of a suburb."""
    values = {"name": f"Suburb {number}", "rank": LabelRank.SUBURB, **fields}
    return Label(external_id=f"node/{number}", location=Point(24.9, 60.1, srid=4326), **values)


def place(number: int, **fields: Any) -> Place:
    """A square ward."""
    square = Polygon.from_bbox((24.9, 60.1, 25.0, 60.2))
    values = {"name": f"Ward {number}", "level": Level.WARD, "slug": f"ward-{number}", **fields}
    boundary = MultiPolygon(square, srid=4326)
    return Place(external_id=f"relation/{number}", boundary=boundary, **values)
