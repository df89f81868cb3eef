"""Reading cameras out of `.osm` and `.osm.pbf` files with pyosmium."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import osmium
import shapely
from osmium.filter import GeoInterfaceFilter, KeyFilter
from osmium.osm.types import Area, Node, OSMObject, Relation, Way

from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.osm.formats import Format
from mapper.exchange.sources.osm.objects import Header, OsmObject, Tags, tidy
from mapper.exchange.sources.watching import Watch, watched
from mapper.geometry import Box

_DEVICE_KEYS = ("man_made", "disused:man_made")
_DEVICE = "surveillance"
_VINTAGE_KEYS = ("osmosis_replication_timestamp", "timestamp")
# pyosmium gives this day where a file tells no time of an edit.
_NEVER = date(1970, 1, 1)
_CORNERS_OF_A_RING = 3
_KINDS = {Node: "node", Way: "way", Relation: "relation"}

Point = tuple[float, float]


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn whatever pyosmium says of a broken file into the one sentence that refuses it."""
    try:
        yield
    except (RuntimeError, OSError, ValueError, OverflowError, osmium.InvalidLocationError) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise RefusedFileError(f"{path.name} is broken or cut short: {reason}.") from error


def open_file(path: Path, found: Format) -> osmium.io.File:
    """The file in the format its content has, whatever its name."""
    return osmium.io.File(str(path), found.value)


def read_header(path: Path, found: Format) -> Header:
    """The day and the box a file states, where it does."""
    with refusing(path):
        header = osmium.FileProcessor(open_file(path, found)).header
        stated = header.box()
    days = (day_of(header.get(key, "")) for key in _VINTAGE_KEYS)
    return Header(next(filter(None, days), None), _box_of(stated))


def day_of(text: str) -> date | None:
    """The day of an ISO time; None where it is none."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _box_of(stated: osmium.osm.Box) -> Box | None:
    if not stated.valid():
        return None
    low, high = stated.bottom_left, stated.top_right
    return Box(low.lon, low.lat, high.lon, high.lat)


def name_of(entity: OSMObject[Any]) -> str:
    """What an object is called in OSM, as `way/12`; an area bears its way's or relation's name."""
    if isinstance(entity, Area):
        return f"{'way' if entity.from_way() else 'relation'}/{entity.orig_id()}"
    return f"{_KINDS[type(entity)]}/{entity.id}"


def read_cameras(path: Path, found: Format, notes: Notes, watch: Watch) -> list[OsmObject]:
    """Every object tagged as a surveillance device; ways and areas at their middle.

    One fast pass finds them. Only where some are no nodes the file is read once more, for the
    positions of their corners. Raises `RefusedFileError`.
    """
    with refusing(path):
        objects: list[OsmObject] = []
        without_position: set[str] = set()
        for entity in watched(_nodes_first(path, found), watch, "Reading cameras"):
            told = getattr(entity, "__geo_interface__", None)
            if told is None:
                without_position.update([name_of(entity)] if is_device(dict(entity.tags)) else [])
            elif is_device(told["properties"]):
                position = told["geometry"]["coordinates"]
                objects.append(_object(entity, told["properties"], position))
        if without_position:
            objects += _at_their_middle(path, found, without_position)
    for name in sorted(without_position):
        notes.refuse(name, "has no usable position in this file")
    return objects


def edit_day_of(entity: OSMObject[Any]) -> date | None:
    """The day an object was last edited; None where the file does not tell."""
    day = entity.timestamp.date()
    return None if day == _NEVER else day


def _nodes_first(path: Path, found: Format) -> Iterable[OSMObject[Any]]:
    """Every object with one of our keys; nodes that have a position carry it and their tags.

    pyosmium hands over a node's `__geo_interface__` at one go, where asking for each tag by
    itself takes three times as long as reading the file.
    """
    at_one_go = GeoInterfaceFilter(drop_invalid_geometries=False)
    at_one_go.enable_for(osmium.osm.NODE)
    processor = osmium.FileProcessor(open_file(path, found))
    processor = processor.with_filter(KeyFilter(*_DEVICE_KEYS)).with_filter(at_one_go)
    return cast("Iterable[OSMObject[Any]]", processor)


def is_device(tags: Tags) -> bool:
    """Whether tags call an object a surveillance device, in use or not, among other things."""
    return _DEVICE in tags.get("man_made", "") or _DEVICE in tags.get("disused:man_made", "")


def _at_their_middle(path: Path, found: Format, wanted: set[str]) -> Iterator[OsmObject]:
    """Ways and areas at their centroids; takes the names of those it gives out of `wanted`."""
    processor = osmium.FileProcessor(open_file(path, found)).with_areas(KeyFilter(*_DEVICE_KEYS))
    for entity in cast("Iterable[OSMObject[Any]]", processor.with_filter(KeyFilter(*_DEVICE_KEYS))):
        middle = _middle_of(entity) if name_of(entity) in wanted else None
        if middle is not None:
            wanted.remove(name_of(entity))
            yield _object(entity, dict(entity.tags), (tidy(middle[0]), tidy(middle[1])))


def _middle_of(entity: OSMObject[Any]) -> Point | None:
    if isinstance(entity, Way):
        corners = [(n.lon, n.lat) for n in entity.nodes if n.location.valid()]
        return middle_of_corners(corners)
    if isinstance(entity, Area):
        outline = shapely.from_wkb(osmium.geom.WKBFactory().create_multipolygon(entity))
        return outline.centroid.x, outline.centroid.y
    return None


def middle_of_corners(corners: Sequence[Point]) -> Point | None:
    """The centroid of a line, or of the area a closed line bounds; None without any corner."""
    if not corners:
        return None
    closed = len(corners) > _CORNERS_OF_A_RING and corners[0] == corners[-1]
    if len(corners) == 1:
        return corners[0]
    shape = shapely.Polygon(corners) if closed else shapely.LineString(corners)
    return shape.centroid.x, shape.centroid.y


def _object(entity: OSMObject[Any], tags: Tags, point: Point) -> OsmObject:
    return OsmObject(
        external_id=name_of(entity),
        lon=point[0],
        lat=point[1],
        tags=tags,
        version=entity.version or None,
        edited_on=edit_day_of(entity),
    )
