"""Reading the shapes of streets, buildings, surfaces, boundaries and names out of OSM files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import osmium
import shapely
from osmium.filter import KeyFilter
from osmium.osm.types import Area, Node, OSMObject, Relation, Way
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm import ground_tags
from mapper.exchange.sources.osm.formats import Format
from mapper.exchange.sources.osm.objects import Shape, Tags
from mapper.exchange.sources.osm.osm_files import edit_day_of, name_of, open_file, refusing
from mapper.exchange.sources.watching import Watch, watched

_LINE_KEYS = ("highway", "railway", *ground_tags.SURFACE_KEYS)
_AREA_KEYS = ("building", "boundary", *ground_tags.SURFACE_KEYS, *ground_tags.SENSITIVE_KEYS)
_AREA_TYPES = frozenset({"multipolygon", "boundary"})


@dataclass(slots=True)
class GroundShapes:
    """Everything of the ground one file holds, still as tags and shapes."""

    lines: list[Shape] = field(default_factory=list)
    areas: list[Shape] = field(default_factory=list)
    points: list[Shape] = field(default_factory=list)
    edited_on: date | None = None
    """The newest day one of them was edited; None where the file does not tell."""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.lines or self.areas or self.points)


def is_line(tags: Tags) -> bool:
    """Whether a line with such tags is drawn, or parts land from sea."""
    return bool(
        ground_tags.street_class_of(tags)
        or ground_tags.is_watercourse(tags)
        or ground_tags.is_coastline(tags)
    )


def is_area(tags: Tags) -> bool:
    """Whether an area with such tags is drawn, or is a place, sensitive or not."""
    return bool(
        ground_tags.is_building(tags)
        or ground_tags.surface_of(tags)
        or ground_tags.level_of(tags)
        or ground_tags.sensitive_kinds_of(tags)
    )


def is_point(tags: Tags) -> bool:
    """Whether a point with such tags is the name of a settlement, or a sensitive place."""
    return bool(ground_tags.label_rank_of(tags) or ground_tags.sensitive_kinds_of(tags))


def read_shapes(path: Path, found: Format, notes: Notes, watch: Watch) -> GroundShapes:
    """Every shape of the ground; areas come from closed ways and from complete relations.

    Raises `RefusedFileError`. A relation some of whose ways are not in the file is refused
    by name into `notes`.
    """
    with refusing(path):
        sorter = _Sorter(notes)
        processor = osmium.FileProcessor(open_file(path, found))
        processor = processor.with_areas(KeyFilter(*_AREA_KEYS))
        processor = processor.with_filter(KeyFilter(*_LINE_KEYS, *_AREA_KEYS, "place"))
        entities = cast("Iterable[OSMObject[Any]]", processor)
        for entity in watched(entities, watch, "Reading ground"):
            sorter.take(entity)
        sorter.refuse_incomplete()
        return sorter.shapes


@dataclass(slots=True)
class _Sorter:
    """Takes pyosmium's objects one by one and keeps the shapes of those that are drawn."""

    notes: Notes
    shapes: GroundShapes = field(default_factory=GroundShapes)
    relations: dict[str, str] = field(default_factory=dict)
    factory: osmium.geom.WKBFactory = field(default_factory=osmium.geom.WKBFactory)

    def take(self, entity: OSMObject[Any]) -> None:
        """Keep what is drawn of one object."""
        tags = dict(entity.tags)
        if isinstance(entity, Way) and is_line(tags):
            self._keep(self.shapes.lines, entity, tags, self._line)
        elif isinstance(entity, Area) and is_area(tags):
            self.relations.pop(name_of(entity), None)
            self._keep(self.shapes.areas, entity, tags, self._area)
        elif isinstance(entity, Node) and is_point(tags) and entity.location.valid():
            self._keep(self.shapes.points, entity, tags, self._point)
        elif isinstance(entity, Relation) and tags.get("type") in _AREA_TYPES and is_area(tags):
            self.relations[name_of(entity)] = tags.get("name", "")

    def refuse_incomplete(self) -> None:
        """Refuse the relations that no area came of."""
        for name, title in self.relations.items():
            about = f"{name} “{title}”" if title else name
            self.notes.refuse(about, "is not whole in this file")

    def _keep(
        self,
        shapes: list[Shape],
        entity: OSMObject[Any],
        tags: Tags,
        shape_of: Callable[[Any], BaseGeometry | None],
    ) -> None:
        geometry = shape_of(entity)
        if geometry is None:
            self.notes.refuse(name_of(entity), "has no usable shape in this file")
        else:
            shapes.append(Shape(name_of(entity), tags, geometry))
            days = filter(None, (self.shapes.edited_on, edit_day_of(entity)))
            self.shapes.edited_on = max(days, default=None)

    def _area(self, area: Area) -> BaseGeometry | None:
        try:
            return shapely.from_wkb(self.factory.create_multipolygon(area))
        except RuntimeError:
            return None

    def _line(self, way: Way) -> BaseGeometry | None:
        try:
            return shapely.from_wkb(self.factory.create_linestring(way))
        except (RuntimeError, osmium.InvalidLocationError):
            return _line_of_known_corners(way)

    def _point(self, node: Node) -> BaseGeometry:
        return shapely.Point(node.location.lon, node.location.lat)


def _line_of_known_corners(way: Way) -> BaseGeometry | None:
    """The part of a way whose corners the file holds: extracts cut ways at their edge."""
    known = [(node.lon, node.lat) for node in way.nodes if node.location.valid()]
    return shapely.LineString(known) if len(set(known)) > 1 else None
