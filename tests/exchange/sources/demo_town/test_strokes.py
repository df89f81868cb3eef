"""Tests of joining stretches into streets."""

from shapely import LineString

from mapper.exchange.sources.demo_town.parts import Stretch
from mapper.exchange.sources.demo_town.strokes import end_of, strokes_of
from mapper.vocabulary import StreetClass


def stretch(*spots: tuple[float, float], name: str = "", kind: str = "residential") -> Stretch:
    return Stretch(LineString(spots), StreetClass(kind), name)


def test_streets_go_straight_on_over_a_crossing():
    cross = [stretch((0, 0), end) for end in ((10, 0), (-10, 0), (0, 10), (0, -10))]
    strokes = strokes_of(cross)
    assert sorted(stroke.line.length for stroke in strokes) == [20, 20]
    assert all(
        len({x for x, _ in s.line.coords}) * len({y for _, y in s.line.coords}) == 3
        for s in strokes
    )


def test_a_sharp_turn_is_another_street():
    assert len(strokes_of([stretch((0, 0), (10, 0)), stretch((10, 0), (10, 10))])) == 2


def test_another_name_or_class_is_another_street():
    first = stretch((0, 0), (10, 0), name="High Street")
    assert len(strokes_of([first, stretch((10, 0), (20, 0), name="Westgate")])) == 2
    other = stretch((10, 0), (20, 0), name="High Street", kind="primary")
    assert len(strokes_of([first, other])) == 2


def test_a_ring_is_one_street():
    ring = [(0, 0), (10, 4), (14, 14), (4, 18), (-6, 12), (-6, 3)]
    sides = [stretch(a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
    assert sum(stroke.line.length for stroke in strokes_of(sides)) == sum(
        side.line.length for side in sides
    )


def test_ends_that_differ_by_rounding_are_one_junction():
    line = LineString([(0.00004, 1), (2, 3)])
    assert end_of(line, 0) == (0.0, 1.0)
    assert end_of(line, -1) == (2.0, 3.0)
