"""How fast it is answered what would be in view of a ward without a camera, against a second."""

from collections.abc import Iterator
from datetime import date

import numpy as np
from django.contrib.gis.geos import LineString, MultiPolygon, Point, Polygon

from mapper.cameras.models import Camera
from mapper.coverage.what_if import ProposedCamera, what_if
from mapper.places.models import Building, Ground, Place, Street
from mapper.vocabulary import Kind, Level, StreetClass
from script.benchmarks.import_osm import empty_database
from script.benchmarks.measure import Ratio, median_seconds

TODAY = date(2026, 10, 1)
CORNER, STEP_DEG, BLOCKS = (24.9, 60.17), (0.0018, 0.0009), 15
CAMERAS = 1_000
BUDGET_S = 1.0


def run() -> Iterator[Ratio]:
    """One camera less and one more, in a ward of 450 streets, 900 buildings and 1,000 cameras."""
    with empty_database():
        ward = build_ward()
        first = Camera.objects.order_by("pk").values_list("pk", flat=True)[0]
        proposed = ProposedCamera(lon=CORNER[0], lat=CORNER[1], kind=Kind.DOME)

        def ask() -> object:
            return what_if(ward, TODAY, without={first}, proposed=[proposed])

        ask()  # once unmeasured: loops compiled
        name = f"what if, a ward of {CAMERAS:,} cameras"
        yield Ratio(name, median_seconds(ask, runs=5), "a second", BUDGET_S, 1.0)


def build_ward() -> Place:
    """Streets in blocks of 100 m, four buildings in each block, and cameras anywhere."""
    dice = np.random.default_rng(1)
    whole = Polygon.from_bbox((*CORNER, *at(BLOCKS, BLOCKS)))
    ground = Ground.objects.create(slug="ward", title="Ward", vintage_on=TODAY, extent=whole)
    Street.objects.bulk_create(
        Street(
            name=f"{row} {column}",
            street_class=StreetClass.RESIDENTIAL,
            line=LineString(at(column, row), at(column + right, row + 1 - right), srid=4326),
            ground=ground,
        )
        for row in range(BLOCKS)
        for column in range(BLOCKS)
        for right in (0, 1)
    )
    Building.objects.bulk_create(
        Building(outline=MultiPolygon(house(column, row), srid=4326), ground=ground)
        for row in np.arange(BLOCKS * 2) / 2
        for column in np.arange(BLOCKS * 2) / 2
    )
    kinds = list(Kind)
    Camera.objects.bulk_create(
        Camera(
            location=Point(*at(*dice.uniform(0, BLOCKS, 2)), srid=4326),
            kind=kinds[number % len(kinds)],
            facings=[{"bearing": float(number % 360), "opening": None}] if number % 2 else [],
        )
        for number in range(CAMERAS)
    )
    return Place.objects.create(
        slug="ward", name="Ward", level=Level.WARD, boundary=MultiPolygon(whole), ground=ground
    )


def at(column: float, row: float) -> tuple[float, float]:
    """The place of a crossing."""
    return CORNER[0] + column * STEP_DEG[0], CORNER[1] + row * STEP_DEG[1]


def house(column: float, row: float) -> Polygon:
    """A building beside a crossing, 10 m from the streets."""
    return Polygon.from_bbox((*at(column + 0.1, row + 0.1), *at(column + 0.4, row + 0.4)))
