"""The island, its river and standing water, bent into their final shape."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from mapper.exchange.sources.demo_town.curves import Bend, smooth
from mapper.exchange.sources.demo_town.plan import landmarks, nature
from mapper.exchange.sources.demo_town.plan.words import Spot

_TAPER_M = 40.0
_SEA_M = 130.0


@dataclass(frozen=True, slots=True)
class Island:
    """What nature made, and the piers, in metres; `river_middle` runs from tarn to sea.

    `bounds` is the land and a strip of sea around it: the area of the town.
    """

    land: Polygon
    bounds: Polygon
    river_middle: LineString
    river: Polygon
    tarn: Polygon
    pond: Polygon
    beach: Polygon

    @property
    def water(self) -> BaseGeometry:
        """All water nobody builds on."""
        return shapely.union_all([self.river, self.tarn, self.pond])


def make_island(seed: str) -> Island:
    """Bend the drawn coast, river and ponds; the coast gets coves of its own besides."""
    bend = town_bend(seed)
    coves = Bend(f"{seed}/coves", height_m=18, length_m=150, waves=8)
    ripples = Bend(f"{seed}/ripples", height_m=5, length_m=46, waves=8)
    shore = shapely.segmentize(bend.of(Polygon(smooth(nature.COAST, closed=True))), 8.0)
    natural = ripples.of(coves.of(shore))
    middle = bend.of(LineString(smooth(nature.RIVER)))
    sands = bend.of(Polygon(smooth(nature.SANDS, closed=True)))
    piers = [
        bend.of(LineString(ends)).buffer(landmarks.PIER_WIDTH_M / 2, cap_style="flat")
        for ends in landmarks.PIERS
    ]
    land = largest(shapely.union_all([natural, *piers]))
    return Island(
        land=land,
        bounds=largest(land.buffer(_SEA_M + 120).buffer(-120).simplify(4)),
        river_middle=middle,
        river=largest(_tapered(middle, *nature.RIVER_WIDTH_M).intersection(natural)),
        tarn=_closed(bend, nature.TARN),
        pond=_closed(bend, nature.POND),
        beach=largest(natural.intersection(sands)),
    )


def town_bend(seed: str) -> Bend:
    """The bend that the whole plan is put through, so that what met on it meets afterwards."""
    return Bend(f"{seed}/town", height_m=30, length_m=620)


def largest(shape: BaseGeometry) -> Polygon:
    """The largest polygon of a shape; raises `ValueError` where it holds none."""
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    return max(parts, key=lambda part: part.area)


def _closed(bend: Bend, spots: Sequence[Spot]) -> Polygon:
    return bend.of(Polygon(smooth(spots, closed=True)))


def _tapered(middle: LineString, narrow: float, wide: float) -> BaseGeometry:
    """A line widened by degrees from its beginning to its end."""
    steps = round(middle.length / _TAPER_M)
    pieces = []
    for step in range(steps):
        piece = substring(middle, step / steps, (step + 1) / steps, normalized=True)
        width = narrow + (wide - narrow) * (step + 0.5) / steps
        pieces.append(piece.buffer(width / 2))
    # Closing and opening again takes out the small steps between the pieces.
    return shapely.union_all(pieces).buffer(6).buffer(-12).buffer(6)
