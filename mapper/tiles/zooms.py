"""From which zoom on each thing of the base map is drawn: what a reader at that zoom looks for."""

from typing import TypeVar

from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass
from mapper.vocabulary.words import Word

STREETS: dict[StreetClass, int] = {
    StreetClass.MOTORWAY: 5,
    StreetClass.PRIMARY: 8,
    StreetClass.SECONDARY: 10,
    StreetClass.RAIL: 10,
    StreetClass.RESIDENTIAL: 12,
    StreetClass.PEDESTRIAN: 12,
    StreetClass.SERVICE: 14,
    StreetClass.PATH: 14,
}
BUILDINGS = 14
STREET_NAMES = 12
AREAS: dict[GroundKind, int] = {
    GroundKind.LAND: 0,
    GroundKind.WATER: 5,
    GroundKind.WOOD: 8,
    GroundKind.PARK: 10,
    GroundKind.BUILT: 10,
    GroundKind.GRASS: 12,
    GroundKind.SAND: 12,
}
BOUNDARIES: dict[Level, int] = {
    Level.COUNTRY: 0,
    Level.REGION: 4,
    Level.CITY: 8,
    Level.DISTRICT: 10,
    Level.WARD: 12,
}
LABELS: dict[LabelRank, int] = {
    LabelRank.COUNTRY: 1,
    LabelRank.CITY: 4,
    LabelRank.TOWN: 8,
    LabelRank.SUBURB: 11,
    LabelRank.NEIGHBOURHOOD: 13,
}
WORLD_BORDERS_TO = 8
"""Beyond this zoom the world's borders are too coarse to be told where they run."""
COUNTRY_NAMES_TO = 6
"""Beyond this zoom a country is larger than the screen, and its name would stand anywhere."""


W = TypeVar("W", bound=Word)


def drawn_at(zooms: dict[W, int], zoom: int) -> list[W]:
    """The words of a table that are drawn at a zoom."""
    return [word for word, first in zooms.items() if first <= zoom]
