"""From which tile zoom on each thing of the base map is drawn: what a reader then looks for.

A tile is drawn at 512 pixels, so that the map itself stands one zoom deeper than its tiles.
"""

from typing import TypeVar

from mapper.settings import limits
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass
from mapper.vocabulary.words import Word

STREETS: dict[StreetClass, int] = {
    StreetClass.MOTORWAY: 4,
    StreetClass.PRIMARY: 7,
    StreetClass.SECONDARY: 9,
    StreetClass.RAIL: 9,
    StreetClass.RESIDENTIAL: 11,
    StreetClass.PEDESTRIAN: 11,
    StreetClass.SERVICE: 13,
    StreetClass.PATH: 13,
}
WATCHED: dict[StreetClass, int] = {
    street_class: max(zoom, limits.COVERAGE_MIN_ZOOM)
    for street_class, zoom in STREETS.items()
    if street_class is not StreetClass.RAIL
}
"""Street coverage, of whatever people walk or drive along."""
BUILDINGS = 13
STREET_NAMES = 12
AREAS: dict[GroundKind, int] = {
    GroundKind.LAND: 0,
    GroundKind.WATER: 4,
    GroundKind.WOOD: 7,
    GroundKind.PARK: 9,
    GroundKind.BUILT: 9,
    GroundKind.GRASS: 11,
    GroundKind.SAND: 11,
}
BOUNDARIES: dict[Level, int] = {
    Level.COUNTRY: 0,
    Level.REGION: 3,
    Level.CITY: 7,
    Level.DISTRICT: 9,
    Level.WARD: 11,
}
LABELS: dict[LabelRank, int] = {
    LabelRank.COUNTRY: 1,
    LabelRank.CITY: 3,
    LabelRank.TOWN: 7,
    LabelRank.SUBURB: 10,
    LabelRank.NEIGHBOURHOOD: 12,
}
WORLD_BORDERS_TO = 7
"""Beyond this zoom the world's borders are too coarse to be told where they run."""
COUNTRY_NAMES_TO = 5
"""Beyond this zoom a country is larger than the screen, and its name would stand anywhere."""


W = TypeVar("W", bound=Word)


def drawn_at(zooms: dict[W, int], zoom: int) -> list[W]:
    """The words of a table that are drawn at a zoom."""
    return [word for word, first in zooms.items() if first <= zoom]
