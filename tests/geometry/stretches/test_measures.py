"""Metres in view: counted by hand, against shapely, and by what must hold whoever watches."""

from itertools import pairwise, product

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry.stretches import Pieces, lengths_of, measured, pieces_inside
from mapper.geometry.stretches import measures as module
from mapper.vocabulary.coverage_words import Measure, Trait
from tests.geometry.stretches.ground import areas, lines, square, stars, ways
from tests.geometry.uncompiled import uncompile

ONE, TWO, THREE, PUBLIC, PRIVATE, UNKNOWN, FACES, CONFIRMED, KNOWN = range(len(Measure))


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


def pieces(*rows: tuple[int, float, float, int]) -> Pieces:
    """Rows of way, from, to and area."""
    way, from_m, to_m, area = zip(*rows, strict=True) if rows else ((), (), (), ())
    whole, metres = np.int64, np.float64
    return Pieces(
        np.array(way, whole),
        np.array(from_m, metres),
        np.array(to_m, metres),
        np.array(area, whole),
    )


def seen_by(*views: tuple[float, float, float], way: int = 0) -> np.ndarray:
    """The measures of one way of 100 m that cameras watch from, to, with a share."""
    rows = [(way, from_m, to_m, number) for number, (from_m, to_m, _) in enumerate(views)]
    found: np.ndarray = measured(
        pieces((way, 0, 100, 0)),
        pieces(*rows),
        share=np.array([share for *_, share in views]),
        camera=np.arange(len(views)),
        traits=np.zeros(len(views), dtype=np.uint8),
        rows=1,
    )
    row: np.ndarray = found[0]
    return row


metres = st.floats(0, 100)
views = st.tuples(metres, metres, st.sampled_from([0.0, 1 / 6, 0.25, 1.0]) | st.floats(0, 1)).map(
    lambda view: (min(view[:2]), max(view[:2]), view[2])
)


@pytest.mark.usefixtures("both")
def test_certain_cameras_are_counted_as_lengths():
    row = seen_by((0, 50, 1), (40, 80, 1), (45, 60, 1), (45, 47, 1))
    assert row[:3].tolist() == pytest.approx([80, 20, 5])


@pytest.mark.usefixtures("both")
def test_possible_cameras_are_counted_by_their_chance():
    row = seen_by((0, 50, 0.5), (0, 50, 0.5), (0, 50, 0.25), (60, 70, 0.0), (80, 80, 1))
    assert row[ONE] == pytest.approx(50 * (1 - 0.25 * 0.75))
    assert row[TWO] == pytest.approx(50 * (0.25 * 0.75 + 0.5 * 0.25 + 0.25 * 0.25))
    assert row[THREE] == pytest.approx(50 * 0.25 * 0.25)
    assert seen_by((0, 10, 0.25), (5, 10, 0.5))[ONE] == pytest.approx(5 * 0.25 + 5 * 0.625)


@pytest.mark.usefixtures("both")
def test_each_trait_counts_its_own_cameras():
    traits = [Trait.PUBLIC.value | Trait.FACES.value, Trait.PRIVATE.value | Trait.KNOWN.value]
    traits += [Trait.UNKNOWN.value | Trait.CONFIRMED.value]
    [row] = measured(
        pieces((0, 0, 100, 0)),
        pieces((0, 0, 10, 0), (0, 5, 25, 1), (0, 20, 50, 2)),
        share=np.array([1, 1, 0.5]),
        camera=np.arange(3),
        traits=np.array(traits, dtype=np.uint8),
        rows=1,
    )
    by = dict(zip(Measure, row.tolist(), strict=True))
    assert by[Measure.BY_PUBLIC] == by[Measure.FACE_RECOGNITION] == pytest.approx(10)
    assert by[Measure.BY_PRIVATE] == by[Measure.BY_KNOWN] == pytest.approx(20)
    assert by[Measure.BY_UNKNOWN] == by[Measure.BY_CONFIRMED] == pytest.approx(15)
    assert by[Measure.AT_LEAST_ONE] == pytest.approx(25 + 12.5)


@pytest.mark.usefixtures("both")
def test_each_row_sums_its_windows():
    found = measured(
        pieces((0, 0, 10, 0), (0, 0, 100, 1), (0, 30, 30, 1), (2, 0, 10, 0), (2, 20, 30, 0)),
        pieces((0, 5, 20, 0), (1, 0, 50, 0), (2, 0, 25, 0)),
        share=np.ones(1),
        camera=np.zeros(1, dtype=np.int64),
        traits=np.zeros(1, dtype=np.uint8),
        rows=3,
    )
    assert found[:, ONE].tolist() == pytest.approx([5 + 10 + 5, 15, 0])


def test_without_windows_or_cameras_nothing_is_in_view():
    nothing = {"share": np.empty(0), "camera": np.empty(0, int), "traits": np.empty(0, np.uint8)}
    assert measured(pieces(), pieces(), rows=2, **nothing).tolist() == [[0] * 9] * 2
    assert measured(pieces((0, 0, 9, 0)), pieces(), rows=1, **nothing).tolist() == [[0] * 9]


@pytest.mark.parametrize("row", [-1, 1])
def test_a_window_of_an_unknown_row_is_refused(row):
    with pytest.raises(ValueError, match="row"):
        measured(
            pieces((0, 0, 9, row)),
            pieces(),
            share=np.empty(0),
            camera=np.empty(0, int),
            traits=np.empty(0, np.uint8),
            rows=1,
        )


@given(st.lists(views, max_size=6))
def test_it_is_the_sum_over_everything_that_may_be(cameras):
    ends = sorted({0.0, 100.0, *(end for view in cameras for end in view[:2])})
    expected = np.zeros(3)
    for low, high in pairwise(ends):
        here = [share for first, last, share in cameras if first <= low and last >= high]
        for outcome in product([0, 1], repeat=len(here)):
            chance = np.prod([p if hit else 1 - p for p, hit in zip(here, outcome, strict=True)])
            expected[: min(3, sum(outcome))] += chance * (high - low)
    assert seen_by(*cameras)[:3].tolist() == pytest.approx(expected.tolist(), abs=1e-8)


@given(st.lists(views, max_size=40), views)
def test_another_camera_never_takes_away_and_more_is_asked_of_less(cameras, another):
    fewer, more = seen_by(*cameras), seen_by(*cameras, another)
    assert (more >= fewer - 1e-9).all()
    assert fewer[ONE] >= fewer[TWO] - 1e-9
    assert fewer[TWO] >= fewer[THREE] - 1e-9


@given(st.lists(views, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_cameras_does_not_matter(cameras, dice):
    shuffled = list(cameras)
    dice.shuffle(shuffled)
    assert seen_by(*shuffled).tolist() == seen_by(*cameras).tolist()


@given(st.lists(views, max_size=10), metres)
def test_two_windows_that_share_a_way_out_sum_up_to_the_whole(cameras, cut):
    rows = [(0, first, last, number) for number, (first, last, _) in enumerate(cameras)]
    first, second, whole = measured(
        pieces((0, 0, cut, 0), (0, cut, 100, 1), (0, 0, 100, 2)),
        pieces(*rows),
        share=np.array([share for *_, share in cameras]),
        camera=np.arange(len(cameras)),
        traits=np.zeros(len(cameras), dtype=np.uint8),
        rows=3,
    )
    assert (first + second).tolist() == pytest.approx(whole.tolist(), abs=1e-9)


@given(st.lists(lines, min_size=1, max_size=4), st.lists(stars(), min_size=1, max_size=6))
def test_what_certain_cameras_see_is_the_union_of_their_views(roads, rings):
    road = ways(*roads)
    union = shapely.union_all([shapely.Polygon(ring) for ring in rings])
    lengths = lengths_of(road)
    windows = pieces(*[(way, 0.0, length, 0) for way, length in enumerate(lengths)])
    [row] = measured(
        windows,
        pieces_inside(road, areas(*rings)),
        share=np.ones(len(rings)),
        camera=np.arange(len(rings)),
        traits=np.zeros(len(rings), dtype=np.uint8),
        rows=1,
    )
    drawn = sum(
        shapely.length(shapely.intersection(shapely.LineString(segment), union))
        for line in roads
        for segment in pairwise(line)
    )
    # The plane of the drawing and that of each segment differ by some hundred thousandths.
    assert row[ONE] == pytest.approx(drawn, rel=2e-4, abs=1e-3)


def test_many_cameras_over_one_kilometre_are_no_trouble():
    dice = np.random.default_rng(1)
    middles = dice.uniform(0, 1000, 750)
    rows = [(0, max(0, m - 36), min(1000, m + 36), number) for number, m in enumerate(middles)]
    [row] = measured(
        pieces((0, 0, 1000, 0)),
        pieces(*rows),
        share=np.full(750, 1 / 6),
        camera=np.arange(750),
        traits=np.zeros(750, dtype=np.uint8),
        rows=1,
    )
    grid = np.arange(0.05, 1000, 0.1)
    over = (np.abs(grid[:, None] - middles) < 36).sum(axis=1)
    assert row[ONE] == pytest.approx(np.sum(1 - (5 / 6) ** over) / 10, rel=1e-4)


def test_views_on_a_street_are_counted_end_to_end():
    road = ways([(0, 5), (100, 5)])
    seen = pieces_inside(road, areas(square(10, 0, 20), square(20, 0, 20)))
    [row] = measured(
        pieces((0, 0, lengths_of(road)[0], 0)),
        seen,
        share=np.ones(2),
        camera=np.array([0, 1]),
        traits=np.zeros(2, dtype=np.uint8),
        rows=1,
    )
    assert row[:3].tolist() == pytest.approx([30, 10, 0], abs=1e-3)
