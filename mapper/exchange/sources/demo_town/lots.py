"""The ground of a block that may be built on: back from streets, water, rails and sites."""

from collections.abc import Iterable, Iterator

import shapely
from shapely import Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.vocabulary import StreetClass

HALF_WIDTH_M = {
    StreetClass.PRIMARY: 10.0,
    StreetClass.SECONDARY: 8.5,
    StreetClass.RESIDENTIAL: 6.5,
    StreetClass.SERVICE: 4.5,
    StreetClass.PEDESTRIAN: 4.5,
    StreetClass.PATH: 2.5,
    StreetClass.RAIL: 6.0,
}
"""From the middle of a street to the house line, pavement included."""

_SMALLEST_M2 = 150.0


class StreetRoom:
    """The room that streets, water and sites take up."""

    def __init__(self, streets: Iterable[Stretch], others: Iterable[BaseGeometry]) -> None:
        """`others` are areas kept free besides streets."""
        taken = [street.line.buffer(HALF_WIDTH_M[street.street_class]) for street in streets]
        self._taken = [*taken, *others]
        self._tree = STRtree(self._taken)

    def lots(self, block: Polygon) -> Iterator[Polygon]:
        """What is left of a block, each piece with its outline running anticlockwise."""
        near = [self._taken[number] for number in self._tree.query(block)]
        left = block.difference(shapely.union_all(near)).simplify(0.6)
        for part in shapely.get_parts(left):
            if part.area > _SMALLEST_M2 and not part.buffer(-5).is_empty:
                yield shapely.geometry.polygon.orient(part)
