"""The small map of one camera, drawn on the server, with its surroundings as paths in metres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from mapper.cameras.models import Camera
from mapper.geometry import Box, box_around, sector
from mapper.pages.camera.aspects import believed
from mapper.pages.camera.plane import HALF_HEIGHT_M, HALF_WIDTH_M, MARGIN_M, Plane, path_of
from mapper.pages.camera.seen import SeenPaths
from mapper.pages.camera.streets import Streets, streets_in
from mapper.places.models import Building, GroundArea
from mapper.settings import limits
from mapper.vocabulary import GroundKind, Kind

_SURFACE = 2
"""The dimension of what covers the ground; a narrow river has one less."""

_RING_WORDS = {
    "": "The sector shows which way it faces, not how far it sees.",
    "unknown": "The dashed circle means that nobody has said which way it faces.",
    "all-round": "The circle means that it can look all round, not how far it sees.",
}

_SEEN_WORDS = {
    False: "The shaded ground is most likely in view; the darker part is near enough for a face.",
    True: (
        "The camera may see any part of the dashed ground: nobody has said which way it faces."
        " The darker part is near enough for a face."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The ground around a point; every path is in metres, x eastwards and y southwards."""

    by_the_sea: bool
    areas: tuple[tuple[str, str], ...]
    buildings: tuple[str, ...]
    streets: Streets
    half_width: float = HALF_WIDTH_M
    half_height: float = HALF_HEIGHT_M
    width: float = 2 * HALF_WIDTH_M
    height: float = 2 * HALF_HEIGHT_M

    @property
    def view_box(self) -> str:
        """What the drawing shows, as SVG has it: left, top, width and height."""
        return f"-{self.half_width} -{self.half_height} {self.width} {self.height}"

    @property
    def size_words(self) -> str:
        """How much the drawing shows, and which way up it is."""
        return f"Map of {self.width:.0f} by {self.height:.0f} metres, north up."

    @property
    def ground_words(self) -> str:
        """The streets and buildings the drawing shows."""
        streets = ", ".join(street.name for street in self.streets.names) or "no street with a name"
        return f"Streets: {streets}. Buildings: {len(self.buildings)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallMap:
    """Everything the drawing of one camera shows, which stands in its middle."""

    ground: Surroundings
    sectors: tuple[str, ...]
    ring: str
    seen: SeenPaths | None = None
    reach_m: float = limits.SECTOR_REACH_M

    @property
    def description(self) -> str:
        """What the drawing shows, for those who do not see it."""
        street = self.ground.streets.nearest
        where = f"on {street}" if street else "in the middle"
        return f"{self.ground.size_words} The camera is {where}. {self.ground.ground_words}"

    @property
    def ring_words(self) -> str:
        """What the drawing says of the facing."""
        return _SEEN_WORDS[self.seen.assumed] if self.seen else _RING_WORDS[self.ring]


def small_map(camera: Camera, seen: SeenPaths | None = None) -> SmallMap:
    """The surroundings of a camera, in three queries whatever their number.

    What it sees is drawn where it is given, and otherwise only which way it faces.
    """
    plane = Plane(camera.location.x, camera.location.y)
    return SmallMap(
        ground=surroundings(plane),
        sectors=() if seen else tuple(_sector_paths(camera, plane)),
        ring="" if seen else _ring(camera),
        seen=seen,
    )


def surroundings(plane: Plane) -> Surroundings:
    """The ground around the origin of a plane, in three queries whatever stands there."""
    box = box_around(plane.lon, plane.lat, HALF_WIDTH_M + MARGIN_M)
    areas = list(GroundArea.objects.in_box(box).order_by("pk")[: limits.SMALL_MAP_SHAPES])
    return Surroundings(
        by_the_sea=any(area.kind == GroundKind.LAND for area in areas),
        areas=tuple(_area_paths(areas, plane)),
        buildings=tuple(_building_paths(box, plane)),
        streets=streets_in(box, plane),
    )


def _area_paths(areas: Sequence[GroundArea], plane: Plane) -> Iterable[tuple[str, str]]:
    """Land first, then what covers it."""
    for area in sorted(areas, key=lambda area: area.kind != GroundKind.LAND):
        path = path_of(plane.draw(area.shape))
        if path:
            yield f"{area.kind}{'' if area.shape.dims == _SURFACE else '-line'}", path


def _building_paths(box: Box, plane: Plane) -> Iterable[str]:
    rows = Building.objects.in_box(box).order_by("pk").values_list("outline", flat=True)
    paths = (path_of(plane.draw(outline)) for outline in rows[: limits.SMALL_MAP_SHAPES])
    return (path for path in paths if path)


def _sector_paths(camera: Camera, plane: Plane) -> Iterable[str]:
    for facing in believed(camera, "facings"):
        ring = sector(
            plane.lon,
            plane.lat,
            facing,
            limits.SECTOR_REACH_M,
            unknown_opening=limits.SECTOR_OPENING_DEG,
        )
        if ring:
            yield path_of(shapely.LinearRing(plane.flatten(np.array(ring))))


def _ring(camera: Camera) -> str:
    """How a camera without facings is drawn: all round by its kind, or unknown."""
    if camera.facings:
        return ""
    return "all-round" if Kind(camera.kind).sees_all_round else "unknown"
