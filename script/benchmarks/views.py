"""How fast views are cut by walls, against what others wrote, in seconds of one core."""

import importlib
from collections.abc import Callable, Iterator
from math import hypot
from time import process_time
from types import ModuleType

import numpy as np
import shapely
from shapely import Polygon

from mapper.geometry.arrays import F64
from mapper.geometry.views import Eyes, Walls, reach_m, views_of, walls_of
from mapper.settings import limits
from mapper.vocabulary.coverage_words import Detail
from script.benchmarks.measure import Ratio, median_seconds
from tests.geometry.views.scenes import degrees_of

CAMERAS = 10_000
AROUND = 50
PROMISED_A_SECOND = 30_000
PEERS_CAMERAS = 20
REACH_M = reach_m(*limits.DEVICE_HIGH, Detail.OBSERVE.pixels_a_metre)
SPAN_M = 1_000.0


def run() -> Iterator[Ratio]:
    """Cut all-round views in a town that has some 50 buildings within reach of each camera."""
    buildings = town()
    places = free_places(buildings)
    walls, eyes = walls_in_degrees(buildings), all_round(places)
    views_of(eyes, walls)  # once unmeasured: loops are compiled when they are first called
    ours = median_seconds(lambda: views_of(eyes, walls), 5, process_time)
    promised = CAMERAS / PROMISED_A_SECOND
    yield Ratio("all-round views cut by walls", ours, "30,000 a second", promised, 1.0)
    around = [near(buildings, place) for place in places[:PEERS_CAMERAS]]
    for name, prepare, at_least in (
        ("visilibity", visilibity_work, 40.0),
        ("pyvisgraph", pyvisgraph_work, 100.0),
    ):
        works = [prepare(some) for some in around]
        if None not in works:
            peers = (
                sum(median_seconds(work, 1, process_time) for work in works if work) / PEERS_CAMERAS
            )
            yield Ratio(f"one view against {name}", ours / CAMERAS, name, peers, at_least)


def town() -> list[Polygon]:
    """Buildings of six corners that do not touch, invented, in metres."""
    dice = np.random.default_rng(7)
    wanted = int(AROUND * (2 * SPAN_M) ** 2 / (np.pi * REACH_M**2))
    shape = np.array([(0, 0), (1, 0), (1, 1), (0.5, 1), (0.5, 0.4), (0, 0.4)]) - 0.5
    tried = []
    for _ in range(3 * wanted):
        turn, size = dice.uniform(0, 2 * np.pi), dice.uniform(6, 22, 2)
        axes = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        tried.append(Polygon((shape * size) @ axes + dice.uniform(-SPAN_M, SPAN_M, 2)))
    tree, taken = shapely.STRtree(tried), np.zeros(len(tried), dtype=bool)
    for number, building in enumerate(tried):
        met = tree.query(building, predicate="dwithin", distance=1.0)
        taken[number] = not taken[met].any()
    return [tried[number] for number in np.flatnonzero(taken)[:wanted]]


def free_places(buildings: list[Polygon]) -> F64:
    """Where cameras stand: on no building, and not at the town's edge."""
    inner = SPAN_M - REACH_M
    places = np.random.default_rng(8).uniform(-inner, inner, (3 * CAMERAS, 2))
    met = shapely.STRtree(buildings).query(
        shapely.points(places), predicate="dwithin", distance=1.0
    )[0]
    return np.delete(places, met, axis=0)[:CAMERAS]


def walls_in_degrees(buildings: list[Polygon]) -> Walls:
    """The walls, on the globe."""
    return walls_of([shapely.transform(building, degrees_of) for building in buildings])[0]


def all_round(places: F64) -> Eyes:
    """One all-round eye at each place."""
    count = len(places)
    return Eyes(
        np.arange(count),
        degrees_of(places),
        np.zeros(count),
        np.full(count, 360.0),
        np.zeros(count),
        np.full(count, REACH_M),
        np.zeros(count, dtype=bool),
    )


def near(buildings: list[Polygon], place: F64) -> list[F64]:
    """The corners of the buildings wholly within a camera's surroundings, with it as origin."""
    moved = [shapely.get_coordinates(building)[:-1] - place for building in buildings]
    return [ring for ring in moved if max(hypot(*corner) for corner in ring) < REACH_M * 1.1]


def visilibity_work(around: list[F64]) -> Callable[[], object] | None:
    """One visibility polygon by VisiLibity, its surroundings prepared; `None` without it."""
    peer = installed("visilibity")
    if peer is None:
        return None
    edge = 1.2 * REACH_M
    outer = np.array([(-edge, -edge), (edge, -edge), (edge, edge), (-edge, edge)])
    rings = [outer, *(ring[::-1] if is_left(ring) else ring for ring in around)]
    surroundings = peer.Environment(
        [peer.Polygon([peer.Point(float(x), float(y)) for x, y in ring]) for ring in rings]
    )
    return lambda: peer.Visibility_Polygon(peer.Point(0, 0), surroundings, 1e-7)


def pyvisgraph_work(around: list[F64]) -> Callable[[], object] | None:
    """The corners that pyvisgraph sees, its graph prepared; `None` where it is absent."""
    peer, corners = installed("pyvisgraph"), installed("pyvisgraph.visible_vertices")
    if peer is None or corners is None:
        return None
    rings = [[peer.Point(float(x), float(y)) for x, y in ring] for ring in around]
    graph = importlib.import_module("pyvisgraph.graph").Graph(rings)
    return lambda: corners.visible_vertices(peer.Point(0, 0), graph)


def is_left(ring: F64) -> bool:
    """Whether a ring runs against the clock."""
    return bool(shapely.is_ccw(shapely.linearrings(ring)))


def installed(name: str) -> ModuleType | None:
    """A peer's module, or `None` where script/bench could not install it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
