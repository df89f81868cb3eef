"""The parts a town is made of, in metres."""

from dataclasses import dataclass

from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town.plan.words import Style, Use
from mapper.vocabulary import GroundKind, StreetClass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of street between two junctions, or a whole street; unnamed where empty."""

    line: LineString
    street_class: StreetClass
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """The ground between streets, and how its quarter builds."""

    shape: Polygon
    style: Style


@dataclass(frozen=True, slots=True)
class House:
    """One building: its outline, its height, and what it is used for."""

    outline: Polygon
    height_m: float
    use: Use


@dataclass(frozen=True, slots=True)
class Surface:
    """One area of one kind of ground."""

    kind: GroundKind
    name: str
    shape: BaseGeometry
