"""Turning shapes and their tags into rows of the ground: cut to the extent, repaired, named."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

import shapely
from django.contrib.gis.geos import GEOSGeometry, LineString, MultiPolygon, Point
from django.utils.text import slugify
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm import ground_tags
from mapper.exchange.sources.osm.coast import land_within
from mapper.exchange.sources.osm.ground_shapes import GroundShapes
from mapper.exchange.sources.osm.objects import Shape
from mapper.exchange.sources.osm.sensitive_places import sensitive_shapes
from mapper.exchange.sources.shapes import (
    COORDINATE_DECIMALS,
    as_stored,
    lines_of,
    polygons_of,
)
from mapper.geometry import Box
from mapper.places.models import Building, GroundArea, Label, Place, SensitivePlace, Street
from mapper.places.services.replace_ground import Layers
from mapper.vocabulary import GroundKind

_GRID = 10.0**-COORDINATE_DECIMALS
_SLUG_NAME_LENGTH = 90
_NAME_LENGTH = 255


class Layer(StrEnum):
    """What `--with` can name; land, water and green come with any of them."""

    STREETS = "streets"
    BUILDINGS = "buildings"
    BOUNDARIES = "boundaries"
    LABELS = "labels"
    SENSITIVE = "sensitive"


def ground_rows(
    shapes: GroundShapes, layers: frozenset[Layer], extent: Box, notes: Notes
) -> Layers:
    """The unsaved rows of the layers asked for, and the surfaces, of what touches the extent."""
    frame = shapely.box(extent.west, extent.south, extent.east, extent.north)
    lines = list(_touching(shapes.lines, frame))
    areas = list(_touching(_whole(shapes.areas, notes), frame))
    points = list(_touching(shapes.points, frame))
    rows: dict[Any, list[Any]] = {
        GroundArea: [*_land(lines, extent), *_surfaces(areas, frame), *_watercourses(lines, frame)]
    }
    if Layer.STREETS in layers:
        rows[Street] = list(_streets(lines))
    if Layer.BUILDINGS in layers:
        rows[Building] = list(_buildings(areas))
    if Layer.BOUNDARIES in layers:
        rows[Place] = list(_places(areas, notes))
    if Layer.LABELS in layers:
        rows[Label] = list(_labels(points))
    if Layer.SENSITIVE in layers:
        rows[SensitivePlace] = list(_sensitive(areas, points))
    return rows


def _touching(shapes: Iterable[Shape], frame: BaseGeometry) -> Iterator[Shape]:
    """Those that reach into the extent: strays are left out whole."""
    waiting = list(shapes)
    shapely.prepare(frame)
    hits = shapely.intersects(frame, [shape.geometry for shape in waiting])
    return (shape for shape, hit in zip(waiting, hits, strict=True) if hit)


def _whole(areas: Sequence[Shape], notes: Notes) -> Iterator[Shape]:
    """Areas with valid outlines; one that crosses itself is repaired, and that is told."""
    valid = shapely.is_valid([area.geometry for area in areas])
    for area, fine in zip(areas, valid, strict=True):
        if fine:
            yield area
            continue
        repaired = polygons_of(shapely.make_valid(area.geometry))
        if repaired is None:
            notes.refuse(area.external_id, "its outline crosses itself and bounds no area")
            continue
        notes.remark(area.external_id, "its outline crossed itself and was repaired")
        yield Shape(area.external_id, area.tags, repaired)


def _multipolygon(area: Shape) -> BaseGeometry:
    """An area's outline as a multipolygon, as OSM files tell it and JSON may not."""
    outline = area.geometry
    return shapely.MultiPolygon([outline]) if isinstance(outline, shapely.Polygon) else outline


def _cut(
    shape: Shape,
    frame: BaseGeometry,
    parts_of: Callable[[BaseGeometry], BaseGeometry | None],
) -> BaseGeometry | None:
    """A shape cut at the extent; the new corners lie on OSM's own grid."""
    if shapely.contains(frame, shape.geometry):
        return parts_of(shape.geometry)
    cut = shapely.intersection(shape.geometry, frame, grid_size=_GRID)
    return parts_of(cut)


def _name(shape: Shape) -> str:
    return shape.tags.get("name", "")[:_NAME_LENGTH]


def _land(lines: Sequence[Shape], extent: Box) -> Iterator[GroundArea]:
    coast = [line.geometry for line in lines if ground_tags.is_coastline(line.tags)]
    land = polygons_of(shapely.set_precision(land_within(extent, coast), _GRID))
    if land is not None:
        yield GroundArea(
            kind=GroundKind.LAND, shape=as_stored(land, GEOSGeometry), external_id="land"
        )


def _surfaces(areas: Sequence[Shape], frame: BaseGeometry) -> Iterator[GroundArea]:
    for area in areas:
        kind = ground_tags.surface_of(area.tags)
        cut = _cut(area, frame, polygons_of) if kind else None
        if kind and cut is not None:
            yield GroundArea(
                kind=kind,
                name=_name(area),
                shape=as_stored(cut, GEOSGeometry),
                external_id=area.external_id,
            )


def _watercourses(lines: Sequence[Shape], frame: BaseGeometry) -> Iterator[GroundArea]:
    for line in lines:
        cut = _cut(line, frame, lines_of) if ground_tags.is_watercourse(line.tags) else None
        if cut is not None:
            yield GroundArea(
                kind=GroundKind.WATER,
                name=_name(line),
                shape=as_stored(cut, GEOSGeometry),
                # A closed canal may bound a basin too, which bears the way's own name.
                external_id=f"{line.external_id}/line",
            )


def _streets(lines: Sequence[Shape]) -> Iterator[Street]:
    for line in lines:
        street_class = ground_tags.street_class_of(line.tags)
        if street_class:
            yield Street(
                name=_name(line),
                street_class=street_class,
                line=as_stored(line.geometry, LineString),
                tunnel=ground_tags.is_tunnel(line.tags),
                external_id=line.external_id,
            )


def _buildings(areas: Sequence[Shape]) -> Iterator[Building]:
    for area in areas:
        if ground_tags.is_building(area.tags):
            yield Building(
                outline=as_stored(_multipolygon(area), MultiPolygon),
                height_m=ground_tags.building_height_of(area.tags),
                external_id=area.external_id,
            )


def _places(areas: Sequence[Shape], notes: Notes) -> Iterator[Place]:
    for area in areas:
        level = ground_tags.level_of(area.tags)
        if level is None:
            continue
        if not _name(area):
            notes.refuse(area.external_id, "is a boundary without a name")
            continue
        counted = ground_tags.population_of(area.tags)
        if "population" in area.tags and counted is None:
            notes.remark(area.external_id, "its population is no number with a year, and was left")
        number = area.external_id.rpartition("/")[2]
        yield Place(
            slug=f"{slugify(_name(area))[:_SLUG_NAME_LENGTH] or level}-{number}",
            name=_name(area),
            level=level,
            boundary=as_stored(_multipolygon(area), MultiPolygon),
            population=counted[0] if counted else None,
            population_year=counted[1] if counted else None,
            external_id=area.external_id,
        )


def _labels(points: Iterable[Shape]) -> Iterator[Label]:
    for point in points:
        rank = ground_tags.label_rank_of(point.tags)
        if rank:
            yield Label(
                name=_name(point),
                rank=rank,
                location=as_stored(point.geometry, Point),
                external_id=point.external_id,
            )


def _sensitive(areas: Sequence[Shape], points: Sequence[Shape]) -> Iterator[SensitivePlace]:
    """The sensitive places, whole; the second kind of one object bears its kind in its number."""
    for kind, shape in sensitive_shapes(areas, points):
        first = ground_tags.sensitive_kinds_of(shape.tags)[0]
        yield SensitivePlace(
            kind=kind,
            name=_name(shape),
            outline=as_stored(shape.geometry, GEOSGeometry),
            external_id=shape.external_id if kind is first else f"{shape.external_id}/{kind}",
        )
