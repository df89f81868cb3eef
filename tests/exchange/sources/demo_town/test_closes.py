"""Tests of dead ends."""

import pytest
import shapely
from shapely import Point, Polygon

from mapper.exchange.sources.demo_town.closes import close_into
from mapper.exchange.sources.demo_town.parts import Block

LARGE = shapely.box(0, 0, 200, 120)


def test_a_dead_end_begins_on_the_edge_of_a_large_block_and_ends_inside():
    close = close_into(Block(LARGE, "villas"))
    assert close is not None
    start, end = Point(close.line.coords[0]), Point(close.line.coords[-1])
    assert LARGE.exterior.distance(start) == pytest.approx(0)
    assert LARGE.exterior.distance(end) > 40


@pytest.mark.parametrize(
    ("shape", "style"),
    [
        (shapely.box(0, 0, 100, 90), "villas"),
        (LARGE, "old"),
        (LARGE, "park"),
        (Polygon([(0, 0), (300, 0), (0, 10), (0, 300)]), "villas"),
        (Polygon([(0, 0), (260, 90), (0, 180)]), "villas"),
    ],
    ids=["small", "old town", "park", "two arms", "from a corner"],
)
def test_other_blocks_have_none(shape: Polygon, style: str):
    found = close_into(Block(shape, style))
    assert found is None or found.line.within(shape.buffer(0.01))
