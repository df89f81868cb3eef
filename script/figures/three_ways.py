"""How much of a town's public streets is in view, counted in three ways.

`python -m script.figures` reads the real files beside the checkout, each into a database of its
own, and prints the table that stands in docs/explanation/three-ways-to-count.md.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from django.contrib.gis.geos import Point
from django.core.management import call_command

from mapper.cameras.models import Camera
from mapper.coverage.block import Cameras
from mapper.coverage.inputs import read_cameras, read_streets, read_walls
from mapper.coverage.looks import VARIANTS, Looks, looks_of
from mapper.coverage.records import MEASURES
from mapper.geometry import Box
from mapper.geometry.stretches import Areas, Pieces, Ways, lengths_of, measured, pieces_inside
from mapper.geometry.views import Walls, views_of, walls_of
from mapper.places.models import Building
from mapper.vocabulary import Detail, Measure, Scenario
from script.benchmarks.import_osm import empty_database
from script.benchmarks.measure import shared_data

TODAY = date(2026, 10, 1)
CIRCLES_M = (15.0, 30.0)
EVERYWHERE = Box(-180.0, -85.0, 180.0, 85.0)
HELSINKI = "osm-helsinki-centre-pbf/Helsinki.osm.pbf"
BALTIMORE = "baltimore-citiwatch/baltimore_osm_2015_nouser_DERIVED.osm.pbf"
REGISTER = "baltimore-citiwatch/CCTV_Locations.csv"
FULL_TURN = 360.0


@dataclass(frozen=True, slots=True)
class Town:
    """A town, and the share of its public streets in view by each way of counting."""

    name: str
    cameras: int
    facing_unknown: int
    buildings: int
    length_m: float
    shares: dict[str, float]


def towns() -> Iterator[Town]:
    """Helsinki's centre with the cameras OpenStreetMap has, and Baltimore with its register."""
    with empty_database():
        import_ground(shared_data() / HELSINKI)
        yield counted("Helsinki, centre")
    with empty_database():
        import_ground(shared_data() / BALTIMORE)
        import_register(shared_data() / REGISTER)
        yield counted("Baltimore")


def import_ground(path: Path) -> None:
    """The streets, buildings and cameras of one file."""
    call_command("import_osm", str(path), "--with", "streets,buildings", verbosity=0)


def import_register(path: Path) -> None:
    """The cameras of a register that says nothing of their kind or facing."""
    with path.open(newline="") as rows:
        Camera.objects.bulk_create(
            Camera(location=Point(float(row["Longitude"]), float(row["Latitude"]), srid=4326))
            for row in csv.DictReader(rows)
        )


def counted(name: str) -> Town:
    """Everything in the database, counted in every way."""
    streets = read_streets(EVERYWHERE)
    ways = streets.only(streets.public & ~streets.tunnel).ways
    cameras = read_cameras([EVERYWHERE], TODAY)
    length_m = float(lengths_of(ways).sum())
    metres = dict(in_every_way(ways, cameras, read_walls(EVERYWHERE)))
    return Town(
        name=name,
        cameras=len(cameras),
        facing_unknown=int(cameras.facing_unknown.sum()),
        buildings=Building.objects.count(),
        length_m=length_m,
        shares={way: one / length_m for way, one in metres.items()},
    )


def in_every_way(ways: Ways, cameras: Cameras, walls: Walls) -> Iterator[tuple[str, float]]:
    """Each way of counting by name, with the metres in view that it finds."""
    nothing, _ = walls_of([])
    for scenario in Scenario:
        looks = looks_in(cameras, scenario)
        yield f"views cut by walls, {scenario.label.lower()}", in_view(ways, cameras, looks, walls)
    central = looks_in(cameras, Scenario.CENTRAL)
    surely = replace(central, share=np.ones_like(central.share))
    yield (
        "open wedges, circles where the facing is unknown",
        in_view(ways, cameras, surely, nothing),
    )
    for radius in CIRCLES_M:
        circles = circles_of(cameras, radius)
        yield f"a circle of {radius:g} m", in_view(ways, cameras, circles, nothing)


def looks_in(cameras: Cameras, scenario: Scenario) -> Looks:
    """Where cameras look for observing people, in one scenario."""
    looks = looks_of(cameras)
    return looks.only(looks.variant == VARIANTS.index((scenario, Detail.OBSERVE)))


def circles_of(cameras: Cameras, radius: float) -> Looks:
    """A circle around each camera, whatever is known of it."""
    every = np.arange(len(cameras))
    zeros, ones = np.zeros(len(cameras)), np.ones(len(cameras))
    return Looks(every, every * 0, zeros, ones * FULL_TURN, zeros, ones * radius, ones)


def in_view(ways: Ways, cameras: Cameras, looks: Looks, walls: Walls) -> float:
    """The metres of ways that at least one camera has in view, as is to be expected."""
    views = views_of(looks.eyes(cameras), walls)
    seen = pieces_inside(ways, Areas(views.lonlat, views.starts, np.arange(len(looks.camera))))
    every = np.arange(len(ways))
    whole = Pieces(every, np.zeros(len(ways)), lengths_of(ways), every * 0)
    metres = measured(
        whole, seen, share=looks.share, camera=looks.camera, traits=cameras.traits, rows=1
    )
    return float(metres[0, MEASURES.index(Measure.AT_LEAST_ONE)])


def table(towns: Sequence[Town]) -> list[str]:
    """The table in Markdown: a row for each way of counting, two columns for each town."""
    central = f"views cut by walls, {Scenario.CENTRAL.label.lower()}"
    heads = [f"{town.name} | against most likely" for town in towns]
    lines = [f"| counted by | {' | '.join(heads)} |", "|---|" + "---|---|" * len(towns)]
    for way in towns[0].shares:
        cells = [
            f"{100 * town.shares[way]:.1f} % | {town.shares[way] / town.shares[central]:.2f} ×"
            for town in towns
        ]
        lines.append(f"| {way} | {' | '.join(cells)} |")
    about = (
        f"{town.name}: {town.cameras} cameras, {town.facing_unknown} without a facing,"
        f" {town.buildings:,} buildings, {town.length_m / 1000:.1f} km of public streets"
        for town in towns
    )
    return [*lines, "", *about]
