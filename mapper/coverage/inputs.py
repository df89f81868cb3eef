"""Reading what bears on the figures of some cells: a few queries, and shapes all at once."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from math import nan
from typing import Any

import numpy as np
import shapely
from django.contrib.gis.db.models.functions import AsWKB
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from shapely.geometry.base import BaseGeometry

from mapper.cameras.models import Camera
from mapper.cameras.querysets import CameraQuerySet
from mapper.coverage.block import (
    SENSITIVE_KINDS,
    STATES,
    Block,
    Cameras,
    Looked,
    Places,
    SensitivePlaces,
    Shapes,
    Streets,
    areas_of,
    shapes_of,
    ways_of,
)
from mapper.evidence import state_as_of
from mapper.geometry import Box
from mapper.geometry.angles import POLE
from mapper.geometry.arrays import F64, I64, Flags
from mapper.geometry.cells import box_of, cells_of
from mapper.geometry.distances import box_beyond
from mapper.geometry.mercator import MAX_LATITUDE
from mapper.geometry.planes import Plane
from mapper.geometry.tiles import tile_box
from mapper.geometry.views import Walls, walls_of
from mapper.places.models import Building, Ground, Place, SensitivePlace, Street
from mapper.settings import limits
from mapper.spatial.querysets import InBoxQuerySet
from mapper.surveys.models import Survey
from mapper.vocabulary import (
    Answer,
    Kind,
    Lifecycle,
    OperatorType,
    Scope,
    State,
    StreetClass,
    Trait,
)

RULES_VERSION = 1
"""Grows when the same inputs would give other figures: then every cell is due again."""
_REACH = limits.VIEW_REACH_MAX_M
_MAP_ENDS = MAX_LATITUDE - 1e-9
_STRAY_ZOOM = 15
_STEP_DEG = 0.001
"""A street that leaves its cells is followed in steps of at most 100 m."""

_BY = {
    OperatorType.POLICE: Trait.PUBLIC,
    OperatorType.PUBLIC: Trait.PUBLIC,
    OperatorType.BUSINESS: Trait.PRIVATE,
    OperatorType.OTHER: Trait.PRIVATE,
    OperatorType.PRIVATE_HOME: Trait.PRIVATE,
    OperatorType.UNKNOWN: Trait.UNKNOWN,
}


def inputs_now() -> str:
    """Name the state of the ground and of the rules: another name makes every cell due."""
    state = f"{Ground.objects.version()} {RULES_VERSION}"
    return blake2b(state.encode(), digest_size=16).hexdigest()


def counted_cameras() -> CameraQuerySet:
    """The cameras that count: shown one by one, in use, and not gone."""
    in_use = Camera.objects.public().filter(lifecycle=Lifecycle.IN_USE)
    return in_use.exclude(state=State.GONE)


def read_block(cells: Iterable[int], today: date) -> Block:
    """Read some cells that lie near each other; the number of queries does not depend on them.

    But a street that leads far out of its cells takes one or two more for each 600 m or so.
    """
    numbers = np.array(sorted(cells), dtype=np.int64)
    box = box_holding(numbers.tolist())
    streets = read_streets(box_beyond(box, _REACH))
    own = np.isin(streets.cell, numbers)
    # Where no own street is, another's matters for what own cameras see of it.
    streets = streets.only(own | (streets.public & ~streets.tunnel))
    boxes = [box_beyond(box, 2 * _REACH), *_strays(streets, numbers, box_beyond(box, _REACH))]
    around = _around(streets, numbers, box)
    outlines = read_outlines([box_beyond(one, _REACH) for one in boxes])
    return Block(
        cells=numbers,
        streets=streets,
        cameras=read_cameras(boxes, today),
        walls=walls_of(list(outlines))[0],
        places=read_places(around),
        sensitive=read_sensitive(box, numbers, outlines),
        looked=read_looked(around),
    )


def box_holding(cells: Sequence[int]) -> Box:
    """The smallest box that holds some cells of one neighbourhood; beyond the map, to the pole."""
    boxes = [box_of(cell, limits.COVERAGE_CELL_ZOOM) for cell in cells]
    south, north = min(box.south for box in boxes), max(box.north for box in boxes)
    return Box(
        min(box.west for box in boxes),
        south if south > -_MAP_ENDS else -POLE,
        max(box.east for box in boxes),
        north if north < _MAP_ENDS else POLE,
    )


def read_streets(box: Box) -> Streets:
    """The streets whose boxes touch a box, but for rails; one query."""
    rows = list(
        Street.objects.in_box(box)
        .ways()
        .order_by("pk")
        .annotate(wkb=AsWKB("line"))
        .values_list("pk", "street_class", "tunnel", "wkb")
    )
    lines = shapes_of([row[3] for row in rows])
    ways = ways_of(lines)
    return Streets(
        pk=_whole(row[0] for row in rows),
        cell=cells_of(ways.lonlat[ways.starts[:-1]], limits.COVERAGE_CELL_ZOOM),
        public=_flags(StreetClass(row[1]).is_public for row in rows),
        tunnel=_flags(row[2] for row in rows),
        ways=ways,
    )


CAMERA_FIELDS = (
    *("pk", "wkb", "kind", "scope", "height_m", "tilt_deg"),
    *("operator_type", "face_recognition", "state", "last_seen_on", "facings"),
)


def read_cameras(boxes: Sequence[Box], today: date) -> Cameras:
    """The cameras in some boxes that count, as they are today; one query a box."""
    found = {}
    for box in boxes:
        rows = counted_cameras().in_box(box).annotate(wkb=AsWKB("location"), told=_FACINGS_TOLD)
        found.update({row[0]: row for row in rows.values_list(*CAMERA_FIELDS[:-1], "told")})
    return cameras_of([(*found[pk][:-1], _facings(found[pk][-1])) for pk in sorted(found)], today)


_FACINGS_TOLD = Cast("facings", TextField())


@lru_cache(maxsize=10_000)
def _facings(told: str) -> list[dict[str, Any]]:
    """Facings from their JSON: among many cameras the same ones come again and again."""
    facings: list[dict[str, Any]] = json.loads(told)
    return facings


def cameras_of(rows: Sequence[Sequence[Any]], today: date) -> Cameras:
    """Rows of cameras (the fields above) as flat arrays."""
    columns = zip(*rows, strict=True) if rows else [()] * len(CAMERA_FIELDS)
    told = dict(zip(CAMERA_FIELDS, columns, strict=True))
    kinds = [Kind(kind) for kind in told["kind"]]
    states = [
        _state_on(*one, today) for one in zip(told["state"], told["last_seen_on"], strict=True)
    ]
    facings = [(place, facing) for place, theirs in enumerate(told["facings"]) for facing in theirs]
    traits = map(
        _traits,
        told["operator_type"],
        told["face_recognition"],
        kinds,
        states,
        map(bool, told["facings"]),
    )
    return Cameras(
        pk=_whole(told["pk"]),
        lonlat=shapely.get_coordinates(shapes_of(told["wkb"])),
        all_round=_flags(kind.sees_all_round for kind in kinds),
        indoors=_flags(scope == Scope.INDOOR for scope in told["scope"]),
        height_m=_metres(told["height_m"]),
        tilt_deg=_metres(told["tilt_deg"]),
        state=_whole(STATES.index(state) for state in states),
        traits=np.array(list(traits), dtype=np.uint8),
        facing_of=_whole(place for place, _ in facings),
        bearing=_metres(facing["bearing"] for _, facing in facings),
        opening=_metres(facing["opening"] for _, facing in facings),
    )


@lru_cache(maxsize=10_000)
def _state_on(state: str, seen_on: date, today: date) -> State:
    return state_as_of(State(state), seen_on, today, stale_after_days=limits.STALE_AFTER_DAYS)


@lru_cache(maxsize=10_000)
def _traits(
    operator_type: str,
    face_recognition: str,
    kind: Kind,
    state: State,
    faces: bool,  # noqa: FBT001  (a column)
) -> int:
    """The bits that decide which measures a camera counts for."""
    bits = _BY[OperatorType(operator_type)].value
    if face_recognition == Answer.YES:
        bits |= Trait.FACES.value
    if state is State.CONFIRMED:
        bits |= Trait.CONFIRMED.value
    if kind is not Kind.UNKNOWN and (kind.sees_all_round or faces):
        bits |= Trait.KNOWN.value
    return bits


def read_places(box: Box) -> Places:
    """The places of today whose boundaries reach into a box, cut to a little more than it."""
    rows = list(
        Place.objects.current()
        .in_box(box)
        .order_by("pk")
        .annotate(wkb=AsWKB("boundary"))
        .values_list("pk", "wkb")
    )
    shapes = shapes_of([wkb for _, wkb in rows])
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    # A street or camera on the edge of the box must not lie on a cut.
    wider = box_beyond(box, _REACH)
    if not wider.crosses_date_line:
        corners = (wider.west, wider.south, wider.east, wider.north)
        shapes = shapely.clip_by_rect(shapes, *corners) if len(shapes) else shapes
    kept = ~shapely.is_empty(shapes)
    return Places(_whole(pk for pk, _ in rows)[kept], shapes[kept])


def read_looked(box: Box) -> Looked:
    """Where somebody looked, of the surveys that nobody took back, as areas; one query."""
    rows = list(
        Survey.objects.standing()
        .in_box(box)
        .order_by("pk")
        .annotate(wkb=AsWKB("area"))
        .values_list("looked_on", "wkb")
    )
    shapes = shapes_of([wkb for _, wkb in rows])
    lines = shapely.get_dimensions(shapes) == 1
    shapes[lines] = _each([_widened(line, limits.LOOKED_ASIDE_M) for line in shapes[lines]])
    return Looked(areas_of(shapes), _whole(day.toordinal() for day, _ in rows))


def read_sensitive(box: Box, cells: I64, outlines: Shapes) -> SensitivePlaces:
    """The sensitive places in some cells with their frontages; one query."""
    rows = list(
        SensitivePlace.objects.in_box(box)
        .order_by("pk")
        .annotate(wkb=AsWKB("outline"))
        .values_list("pk", "kind", "wkb")
    )
    shapes = shapes_of([row[2] for row in rows])
    lonlat = shapely.get_coordinates(shapely.point_on_surface(shapes))
    own = np.isin(cells_of(lonlat, limits.COVERAGE_CELL_ZOOM), cells)
    fronts, front_of = _fronts(shapes[own], outlines)
    return SensitivePlaces(
        pk=_whole(row[0] for row in rows)[own],
        kind=_whole(SENSITIVE_KINDS.index(row[1]) for row in rows)[own],
        lonlat=lonlat[own],
        front_of=front_of,
        fronts=ways_of(fronts),
    )


def _fronts(shapes: Shapes, outlines: Shapes) -> tuple[Shapes, I64]:
    """The lines a little before the walls of some places: around the building a point lies in."""
    shapes = shapes.copy()
    for place in np.flatnonzero(shapely.get_dimensions(shapes) == 0):
        holding = np.flatnonzero(shapely.contains(outlines, shapes[place]))
        if len(holding):
            shapes[place] = outlines[holding[0]]
    points = shapely.get_dimensions(shapes) == 0
    asides = np.where(points, limits.FRONTAGE_AROUND_M, limits.FRONTAGE_M)
    wider = [_widened(shape, aside) for shape, aside in zip(shapes, asides, strict=True)]
    parts, front_of = shapely.get_parts(_each(wider), return_index=True)
    return shapely.get_exterior_ring(parts), np.asarray(front_of, np.int64)


def _widened(shape: BaseGeometry, metres: float) -> BaseGeometry:
    """A shape in degrees with so many metres around it; a line is not lengthened."""
    lon, lat = shapely.get_coordinates(shape)[0]
    plane = Plane(float(lon), float(lat))
    dimension = shapely.get_dimensions(shape)
    wider = shapely.buffer(
        plane.flat(shape),
        metres,
        quad_segs=limits.FRONTAGE_CORNERS // 4 if dimension == 0 else 2,
        cap_style="flat" if dimension == 1 else "round",
    )
    return shapely.transform(wider, plane.unfold)


def _strays(streets: Streets, cells: I64, box: Box) -> list[Box]:
    """Boxes around the ways on which own streets lead out of a box."""
    ways, own = streets.ways, np.isin(streets.cell, cells)
    way_of = np.repeat(np.arange(len(streets)), np.diff(ways.starts))
    leading_out = np.unique(way_of[own[way_of] & ~_within(box, ways.lonlat)])
    tiles: set[tuple[int, int]] = set()
    for way in leading_out:
        corners = ways.lonlat[ways.starts[way] : ways.starts[way + 1]]
        line = shapely.segmentize(shapely.LineString(corners), _STEP_DEG)
        away = cells_of(shapely.get_coordinates(line), _STRAY_ZOOM)
        tiles |= {divmod(int(cell), 2**_STRAY_ZOOM) for cell in np.unique(away)}
    # A corner of a tile may be cut between two steps: so far the boxes overlap anyway.
    return [box_beyond(tile_box(_STRAY_ZOOM, x, y), 2 * _REACH) for x, y in sorted(tiles)]


def _within(box: Box, lonlat: F64) -> Flags:
    """Which points lie in a box."""
    lon, lat = lonlat.T
    inside = np.zeros(len(lonlat), dtype=np.bool_)
    for part in box.split():
        inside |= (lon >= part.west) & (lon <= part.east)
    inside &= (lat >= box.south) & (lat <= box.north)
    return inside


def _around(streets: Streets, cells: I64, box: Box) -> Box:
    """A box that holds some cells and the streets they own."""
    own = streets.only(np.isin(streets.cell, cells)).ways.lonlat
    if not len(own) or box.crosses_date_line:
        return box
    west, south = own.min(axis=0)
    east, north = own.max(axis=0)
    return Box(
        min(box.west, float(west)),
        min(box.south, float(south)),
        max(box.east, float(east)),
        max(box.north, float(north)),
    )


def read_walls(box: Box) -> Walls:
    """The walls of the buildings that touch a box; one query."""
    return walls_of(list(read_outlines([box])))[0]


def read_outlines(boxes: Sequence[Box]) -> Shapes:
    """The outlines of the buildings that touch some boxes; one query a box."""
    found: dict[int, bytes | memoryview] = {}
    for box in boxes:
        found.update(_wkbs(Building.objects.in_box(box), "outline"))
    return shapes_of([found[pk] for pk in sorted(found)])


def _wkbs(rows: InBoxQuerySet[Any], field: str) -> QuerySet[Any, tuple[int, bytes | memoryview]]:
    return rows.annotate(wkb=AsWKB(field)).values_list("pk", "wkb")


def _each(shapes: Sequence[BaseGeometry]) -> Shapes:
    found = np.empty(len(shapes), dtype=object)
    found[:] = shapes
    return found


def _whole(values: Iterable[int]) -> I64:
    return np.array(list(values), dtype=np.int64)


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=np.bool_)


def _metres(values: Iterable[float | None]) -> F64:
    """Numbers, NaN for those nobody knows."""
    return np.array([nan if value is None else value for value in values], dtype=np.float64)
