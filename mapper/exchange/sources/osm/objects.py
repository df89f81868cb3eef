"""OSM objects as every reader hands them on, whatever format they came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.shapes import COORDINATE_DECIMALS
from mapper.geometry import Box

Tags = Mapping[str, str]


class OsmObject(NamedTuple):
    """One object that may be a camera; longitude and latitude in degrees, of its middle."""

    external_id: str
    lon: float
    lat: float
    tags: Tags
    version: int | None = None
    edited_on: date | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """One object of the ground with its geometry in degrees."""

    external_id: str
    tags: Tags
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself: the day it shows, and the box it covers."""

    vintage_on: date | None = None
    box: Box | None = None


def tidy(degrees: float) -> float:
    """A coordinate at OSM's own precision, so that it compares equal after being stored."""
    return round(degrees, COORDINATE_DECIMALS)
