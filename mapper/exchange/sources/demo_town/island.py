"""The island, its river and standing water, bent into their final shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from mapper.exchange.sources.demo_town import plan
from mapper.exchange.sources.demo_town.curves import Bend, smooth

_TAPER_M = 40.0
_BEACH_WIDTH_M = 46.0


@dataclass(frozen=True, slots=True)
class Island:
    """What nature made, in metres; `river_middle` runs from the tarn into the sea."""

    land: Polygon
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
    coves = Bend(f"{seed}/coves", height_m=16, length_m=150, waves=8)
    land = coves.of(bend.of(Polygon(smooth(plan.COAST, closed=True))))
    middle = bend.of(LineString(smooth(plan.RIVER)))
    beach_side = bend.of(_beach_side())
    river = _tapered(middle, *plan.RIVER_WIDTH_M)
    return Island(
        land=land,
        river_middle=middle,
        river=largest(river.intersection(land)),
        tarn=_closed(bend, plan.TARN),
        pond=_closed(bend, plan.POND),
        beach=largest(land.difference(land.buffer(-_BEACH_WIDTH_M)).intersection(beach_side)),
    )


def town_bend(seed: str) -> Bend:
    """The bend that the whole plan is put through, so that what met on it meets afterwards."""
    return Bend(f"{seed}/town", height_m=30, length_m=620)


def largest(shape: BaseGeometry) -> Polygon:
    """The largest polygon of a shape; raises `ValueError` where it holds none."""
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    return max(parts, key=lambda part: part.area)


def _closed(bend: Bend, spots: Sequence[plan.Spot]) -> Polygon:
    return bend.of(Polygon(smooth(spots, closed=True)))


def _tapered(middle: LineString, narrow: float, wide: float) -> Polygon:
    """A line widened by degrees from its beginning to its end."""
    steps = round(middle.length / _TAPER_M)
    pieces = []
    for step in range(steps):
        piece = substring(middle, step / steps, (step + 1) / steps, normalized=True)
        width = narrow + (wide - narrow) * (step + 0.5) / steps
        pieces.append(piece.buffer(width / 2))
    shape = largest(shapely.union_all(pieces))
    # Closing and opening again takes out the small steps between the pieces.
    return shape.buffer(6).buffer(-12).buffer(6)


def _beach_side() -> Polygon:
    (east, north), (other_east, south) = plan.BEACH_BETWEEN
    box = partial(shapely.box, 1000.0)
    return shapely.segmentize(box(south, max(east, other_east), north), 20.0)
