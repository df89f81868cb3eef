"""The words of the plan: spots, roads, quarters, landmarks and wards, as they are drawn."""

from dataclasses import dataclass
from typing import Literal

from mapper.vocabulary import GroundKind, StreetClass

Spot = tuple[float, float]
"""Metres east and north of the town's middle, before the whole plan is bent a little."""

Style = Literal["old", "grid", "terraces", "villas", "works", "park", "wood", "bank"]
"""How a quarter is built; a bank is the ground between a river and the street along it."""

Use = Literal[
    "home", "shop", "works", "town hall", "church", "station", "school", "hospital",
    "supermarket", "ferry terminal", "lighthouse", "museum", "police station", "boathouse",
    "greenhouse",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Road:
    """A street drawn by hand, through these spots."""

    name: str
    street_class: StreetClass
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Quarter:
    """What is built around a spot; a block belongs to the quarter whose spot is nearest."""

    spot: Spot
    style: Style
    turned: float = 0.0
    """The way its streets run, where they keep to a grid: degrees anticlockwise from east."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle by its middle, size (metres) and turn (degrees anticlockwise)."""

    spot: Spot
    size: tuple[float, float]
    turned: float


@dataclass(frozen=True, slots=True)
class Landmark:
    """A building that is there once, and how much ground around it is kept free (metres)."""

    use: Use
    box: Rectangle
    height_m: float
    margin_m: float = 4.0


@dataclass(frozen=True, slots=True)
class Campus:
    """A landmark with a whole block to itself: the block at a spot, and what covers the rest."""

    use: Use
    name: str
    spot: Spot
    size: tuple[float, float]
    height_m: float
    ground: GroundKind


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward: its name, a spot inside it where the name is written, and how many live there."""

    name: str
    spot: Spot
    population: int
