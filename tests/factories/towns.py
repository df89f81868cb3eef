"""Small towns of chance: streets, buildings, cameras and all that coverage is computed from."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from mapper.cameras.models import Camera, EventKind
from mapper.cameras.services.hide_camera import hide_camera
from mapper.coverage.models import CountedCamera, CoverageCell, PlaceFigures, PlacePart
from mapper.coverage.records import CAMERA, PART, SENSITIVE, STREET, STRETCH, unpack
from mapper.places.models import Building, SensitivePlace
from mapper.vocabulary import Answer, Kind, OperatorType, Role, State, StreetClass
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_event
from tests.factories.places import make_ground, make_place, make_street
from tests.factories.surveys import make_survey

_KINDS = (Kind.FIXED, Kind.DOME, Kind.PANNING, Kind.UNKNOWN)
_OPERATORS = (OperatorType.POLICE, OperatorType.BUSINESS, OperatorType.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Town:
    """Chance, and how far the town reaches to each side of its middle, in degrees."""

    dice: np.random.Generator
    middle: tuple[float, float] = HERE
    reach: tuple[float, float] = (0.008, 0.004)

    def point(self) -> tuple[float, float]:
        """Somewhere in it."""
        east, north = self.dice.uniform(-1, 1, 2) * self.reach
        return self.middle[0] + east, self.middle[1] + north

    def beside(self, point: tuple[float, float], share: float = 0.1) -> tuple[float, float]:
        """Somewhere near a point."""
        east, north = self.dice.uniform(-share, share, 2) * self.reach
        return point[0] + east, point[1] + north

    def build(self, cameras: int = 40) -> None:
        """Build it: an older part beside a newer one, so that two wards meet in it."""
        ground = make_ground()
        for number in range(25):
            begin = self.point()
            line = [begin, self.beside(begin, 0.5), self.beside(begin, 0.9)]
            classes = list(StreetClass)
            make_street(
                f"Street {number}",
                line,
                street_class=classes[number % len(classes)],
                tunnel=number % 9 == 0,
            )
        corners = [self.point() for _ in range(80)]
        Building.objects.bulk_create(
            Building(outline=MultiPolygon(_house(*corner), srid=4326), ground=ground)
            for corner in corners
        )
        (lon, lat), (east, north) = self.middle, self.reach
        make_place("West", (lon - east, lat - north, lon, lat + north))
        make_place("East", (lon, lat - north, lon + east, lat + north))
        for number in range(4):
            kind = ("school", "clinic", "worship", "polling")[number]
            where = _house(*self.point()) if number % 2 else Point(*self.point(), srid=4326)
            SensitivePlace.objects.create(kind=kind, outline=where, ground=ground)
        for _ in range(2):
            make_survey(*self.point())
        for _ in range(cameras):
            self.camera()

    def camera(self) -> Camera:
        """One more camera, of any sort."""
        dice = self.dice
        bearing, opening = float(dice.uniform(0, 360)), float(dice.uniform(10, 120))
        facings = [{"bearing": bearing, "opening": opening if dice.random() < 0.5 else None}]
        camera = make_camera(
            *self.point(),
            kind=_KINDS[dice.integers(len(_KINDS))],
            operator_type=_OPERATORS[dice.integers(len(_OPERATORS))],
            facings=facings if dice.random() < 0.6 else [],
            state=State.CONFIRMED if dice.random() < 0.5 else State.UNCONFIRMED,
            face_recognition=Answer.YES if dice.random() < 0.2 else Answer.UNKNOWN,
            height_m=float(dice.uniform(2, 12)) if dice.random() < 0.5 else None,
            tilt_deg=float(dice.uniform(-60, 0)) if dice.random() < 0.5 else None,
        )
        make_event(camera)
        return camera

    def edit(self) -> None:
        """Let anything happen to any camera, with its event."""
        camera = Camera.objects.order_by("pk")[int(self.dice.integers(Camera.objects.count()))]
        match self.dice.integers(5):
            case 0:
                self.camera()
            case 1:
                _changed(camera, location=Point(*self.point(), srid=4326))
            case 2:
                _changed(camera, state=State.GONE)
            case 3:
                _changed(camera, facings=[{"bearing": 10.0, "opening": 80.0}])
            case _:
                hide_camera(camera=camera, why={}, day=SEEN_ON, by=Role.MODERATOR)


def _changed(camera: Camera, **fields: Any) -> None:
    Camera.objects.filter(pk=camera.pk).update(**fields)
    make_event(camera, what=EventKind.CHANGED)


def _house(lon: float, lat: float) -> Polygon:
    house = Polygon.from_bbox((lon, lat, lon + 0.0004, lat + 0.0002))
    house.srid = 4326
    return house


def all_figures() -> dict[Any, Any]:
    """Everything that is stored of coverage, in one order, but for keys and inputs."""
    cells = {
        row.cell: [
            unpack(row.streets, STREET),
            unpack(row.stretches, STRETCH),
            unpack(row.cameras, CAMERA),
            unpack(row.sensitive, SENSITIVE),
        ]
        for row in CoverageCell.objects.order_by("cell")
    }
    parts = {
        (part.cell, part.place_id): [np.frombuffer(part.sums, PART)]
        for part in PlacePart.objects.order_by("cell", "place")
    }
    counted = CountedCamera.objects.order_by("camera").values_list("camera", "cell", "lon", "lat")
    figures = PlaceFigures.objects.order_by("place").values_list("place", "figures")
    return {**cells, **parts, "counted": list(counted), "figures": dict(figures)}


def assert_same_figures(one: dict[Any, Any], other: dict[Any, Any]) -> None:
    """Fail where two states of coverage differ by as much as a centimetre."""
    assert one.keys() == other.keys()
    assert one["counted"] == other["counted"]
    for key in one.keys() - {"counted", "figures"}:
        for rows, others in zip(one[key], other[key], strict=True):
            assert len(rows) == len(others), key
            for name in rows.dtype.names:
                np.testing.assert_allclose(rows[name], others[name], atol=0.01, err_msg=str(key))
    assert _flat(one["figures"]) == _flat(other["figures"])


def _flat(told: Any) -> Any:
    """Figures rounded to a centimetre, wherever in the tree they stand."""
    if isinstance(told, dict):
        return {key: _flat(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_flat(value) for value in told]
    return round(told, 2) + 0.0 if isinstance(told, float) else told
