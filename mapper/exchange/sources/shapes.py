"""Shapes as sources hand them over, made into what the database takes."""

from typing import TypeVar

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

G = TypeVar("G", bound=GEOSGeometry)

COORDINATE_DECIMALS = 7
"""Decimals of a degree OSM keeps, about 1 cm; finer differences are noise of arithmetic."""


def polygons_of(geometry: BaseGeometry) -> BaseGeometry | None:
    """The polygons in any geometry as one multipolygon; None where there are none."""
    parts = shapely.get_parts(shapely.get_parts(geometry)).tolist()
    found = [part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty]
    return shapely.MultiPolygon(found) if found else None


def lines_of(geometry: BaseGeometry) -> BaseGeometry | None:
    """The lines in any geometry, as one where there is one; None where there are none."""
    parts = shapely.get_parts(shapely.get_parts(geometry)).tolist()
    found = [part for part in parts if isinstance(part, shapely.LineString) and not part.is_empty]
    if len(found) == 1:
        return found[0]
    return shapely.MultiLineString(found) if found else None


def as_stored(geometry: BaseGeometry, expected: type[G]) -> G:
    """A shape as the database takes it; raises TypeError where it is not of the kind expected."""
    found = GEOSGeometry(memoryview(geometry.wkb), srid=4326)
    if not isinstance(found, expected):
        raise TypeError(f"a {found.geom_type} stands where a {expected.__name__} is stored")
    return found


def tidied(geometry: BaseGeometry) -> BaseGeometry:
    """A shape with its corners at OSM's own precision, so that it compares equal once stored.

    SpatiaLite is handed decimal texts, and would change the last digits of any other.
    """
    return shapely.transform(geometry, lambda corners: np.round(corners, COORDINATE_DECIMALS))


def repaired(geometry: BaseGeometry) -> BaseGeometry | None:
    """The area that an outline bounds which crosses itself, tidied; None where there is none."""
    whole = shapely.set_precision(shapely.make_valid(geometry), 10.0**-COORDINATE_DECIMALS)
    found = polygons_of(whole)
    return tidied(found) if found is not None else None
