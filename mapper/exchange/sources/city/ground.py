"""The city's ground as rows: streets by name, wards and districts, land and water, labels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
import shapely
from django.contrib.gis.geos import GEOSGeometry, LineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.city import labels
from mapper.exchange.sources.city.areas import Areas, as_several, make_areas
from mapper.exchange.sources.city.city import NAMES, City, dice_for
from mapper.exchange.sources.city.names import area_names, street_names
from mapper.exchange.sources.city.position import on_earth
from mapper.exchange.sources.city.streets import CLASSES
from mapper.exchange.sources.shapes import as_stored
from mapper.geometry import Box
from mapper.places.models import GroundArea, Label, Place, Street
from mapper.places.services.replace_ground import GroundReport, GroundTitle, replace_ground
from mapper.vocabulary import GroundKind, LabelRank, Level

G = TypeVar("G", bound=GEOSGeometry)
PEOPLE_A_CAMERA = 15.35e6 / 2.58e6
"""As in Chongqing."""

_RANKS = {
    Level.CITY: LabelRank.CITY,
    Level.DISTRICT: LabelRank.TOWN,
    Level.WARD: LabelRank.SUBURB,
}


@dataclass(frozen=True, slots=True)
class _Area:
    """A place before it is stored; `key` tells it from others."""

    key: str
    level: Level
    name: str
    shape: BaseGeometry
    people: int


def store_ground(city: City, today: date, written: Callable[[int], None]) -> GroundReport:
    """Store everything drawn, in one transaction; `written` is told of rows as they are stored."""
    areas = make_areas(city.plan, city.streets)
    places = list(_areas(city, areas))
    west, south, east, north = _placed(areas.land).bounds
    return replace_ground(
        title=GroundTitle(
            slug=labels.SLUG,
            title=labels.GROUND_TITLE,
            attribution=labels.ATTRIBUTION,
            vintage_on=today,
        ),
        family=labels.SLUG,
        extent=Box(west, south, east, north),
        layers={
            GroundArea: list(_surfaces(areas)),
            Place: [_place(one, today) for one in places],
            Label: [_label(one) for one in places],
            Street: list(_streets(city)),
        },
        written=written,
    )


def _placed(shape: BaseGeometry) -> BaseGeometry:
    placed: BaseGeometry = shapely.transform(shape, on_earth)
    return placed


def _stored(shape: BaseGeometry, expected: type[G]) -> G:
    """A shape in metres as the database takes it."""
    return as_stored(_placed(shape), expected)


def _surfaces(areas: Areas) -> Iterator[GroundArea]:
    drawn = [(GroundKind.LAND, areas.land)]
    drawn += [(GroundKind.WATER, river) for river in areas.rivers]
    for number, (kind, shape) in enumerate(drawn, start=1):
        yield GroundArea(
            kind=kind, name="", shape=_stored(shape, GEOSGeometry), external_id=f"area/{number}"
        )


def _areas(city: City, areas: Areas) -> Iterator[_Area]:
    """The city, its districts and its wards, with as many people as Chongqing has for cameras."""
    dice = dice_for(city.seed, NAMES)
    starts = city.starts[np.searchsorted(city.streets.quarter, np.arange(len(areas.wards) + 1))]
    people = np.round(np.diff(starts) * PEOPLE_A_CAMERA).astype(np.int64)
    yield _Area("city", Level.CITY, labels.CITY_NAME, areas.land, int(people.sum()))
    sums = np.bincount(areas.district, weights=people, minlength=len(areas.districts))
    for level, shapes, each in (
        (Level.DISTRICT, areas.districts, sums),
        (Level.WARD, areas.wards, people),
    ):
        names = area_names(len(shapes), level.label, dice)
        for number, (name, shape) in enumerate(zip(names, shapes, strict=True)):
            yield _Area(f"{level}-{number + 1}", level, name, shape, int(each[number]))


def _place(area: _Area, today: date) -> Place:
    return Place(
        slug=f"{labels.SLUG}-{area.key}",
        name=area.name,
        level=area.level,
        boundary=_stored(as_several(area.shape), MultiPolygon),
        population=area.people,
        population_year=today.year - 1,
        external_id=area.key,
    )


def _label(area: _Area) -> Label:
    spot = area.shape.representative_point()
    name = area.name.removesuffix(f" {area.level.label}")
    return Label(
        name=name, rank=_RANKS[area.level], location=_stored(spot, Point), external_id=area.key
    )


def _streets(city: City) -> Iterator[Street]:
    streets = city.streets
    corners = np.repeat(np.arange(len(streets)), np.diff(streets.first))
    lines = shapely.linestrings(on_earth(streets.spots), indices=corners)
    names = street_names(streets, dice_for(city.seed, NAMES, 1))
    for number, (name, line) in enumerate(zip(names, shapely.get_parts(lines), strict=True)):
        yield Street(
            name=name,
            street_class=CLASSES[streets.street_class[number]],
            line=as_stored(line, LineString),
            external_id=f"street/{number + 1}",
        )
