"""The town's ground as rows: streets, buildings, surfaces, places and what is sensitive, labels."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import shapely
from django.contrib.gis.geos import GEOSGeometry, LineString, MultiPolygon, Point
from django.utils.text import slugify
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town import labels
from mapper.exchange.sources.demo_town.plan.words import Use
from mapper.exchange.sources.demo_town.position import on_earth
from mapper.exchange.sources.demo_town.town import Town
from mapper.geometry import Box
from mapper.places.models import Building, GroundArea, Label, Place, SensitivePlace, Street
from mapper.places.services.replace_ground import GroundReport, GroundTitle, replace_ground
from mapper.vocabulary import LabelRank, Level, SensitiveKind

_SENSITIVE: dict[Use, SensitiveKind] = {
    "school": SensitiveKind.SCHOOL,
    "hospital": SensitiveKind.CLINIC,
    "church": SensitiveKind.WORSHIP,
    "town hall": SensitiveKind.POLLING,
}
_TOWN_LABEL = shapely.Point(60, -185)
G = TypeVar("G", bound=GEOSGeometry)


def store_ground(town: Town, today: date) -> GroundReport:
    """Store everything drawn; gives what was added, kind by kind."""
    west, south, east, north = on_earth(town.island.bounds).bounds
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
            Place: list(_places(town, today)),
            Street: list(_streets(town)),
            Building: list(_buildings(town)),
            GroundArea: list(_areas(town)),
            Label: list(_labels(town)),
            SensitivePlace: list(_sensitive(town)),
        },
        written=lambda _count: None,
    )


def as_stored(shape: BaseGeometry, sort: type[G]) -> G:
    """A shape in metres as the database takes it; a polygon becomes several where asked."""
    return _in_degrees(on_earth(shape), sort)


def _in_degrees(shape: BaseGeometry, sort: type[G]) -> G:
    if sort is MultiPolygon and isinstance(shape, shapely.Polygon):
        shape = shapely.MultiPolygon([shape])
    found = GEOSGeometry(memoryview(shapely.to_wkb(shape)), srid=4326)
    if not isinstance(found, sort):
        raise TypeError(f"a {shape.geom_type} is no {sort.__name__}")
    return found


def _places(town: Town, today: date) -> Iterator[Place]:
    """The city, exactly what its wards cover; and the wards, with last year's populations."""
    whole = shapely.union_all([on_earth(area.shape) for area in town.wards])
    yield Place(
        slug="demo-thistlequay",
        name=labels.TOWN_NAME,
        level=Level.CITY,
        boundary=_in_degrees(whole, MultiPolygon),
        population=sum(area.ward.population for area in town.wards),
        population_year=today.year - 1,
        external_id="demo/city",
    )
    for area in town.wards:
        name = slugify(area.ward.name)
        yield Place(
            slug=f"demo-{name}",
            name=area.ward.name,
            level=Level.WARD,
            boundary=as_stored(area.shape, MultiPolygon),
            population=area.ward.population,
            population_year=today.year - 1,
            external_id=f"demo/ward/{name}",
        )


def _labels(town: Town) -> Iterator[Label]:
    """The town's name, and each ward's in its middle."""
    named = [(labels.TOWN_NAME, LabelRank.TOWN, _TOWN_LABEL)]
    named += [(area.ward.name, LabelRank.SUBURB, area.label_spot) for area in town.wards]
    for number, (name, rank, spot) in enumerate(named, start=1):
        location = as_stored(spot, Point)
        yield Label(name=name, rank=rank, location=location, external_id=f"demo/label/{number}")


def _streets(town: Town) -> Iterator[Street]:
    for number, street in enumerate(town.streets, start=1):
        yield Street(
            name=street.name,
            street_class=street.street_class,
            line=as_stored(street.line, LineString),
            external_id=f"demo/street/{number}",
        )


def _buildings(town: Town) -> Iterator[Building]:
    for number, house in enumerate(town.houses, start=1):
        yield Building(
            outline=as_stored(house.outline, MultiPolygon),
            height_m=house.height_m,
            external_id=f"demo/building/{number}",
        )


def _areas(town: Town) -> Iterator[GroundArea]:
    for number, surface in enumerate(town.surfaces, start=1):
        yield GroundArea(
            kind=surface.kind,
            name=surface.name,
            shape=as_stored(surface.shape, GEOSGeometry),
            external_id=f"demo/area/{number}",
        )


def _sensitive(town: Town) -> Iterator[SensitivePlace]:
    """Schools, the hospital, the church, and the town hall, where people vote: with its grounds."""
    houses = [house for house in town.sites.houses if house.use in _SENSITIVE]
    for number, house in enumerate(houses, start=1):
        around = (one for one in town.sites.surfaces if one.shape.contains(house.outline))
        grounds = next(around, None)
        yield SensitivePlace(
            kind=_SENSITIVE[house.use],
            name=grounds.name if grounds and grounds.name else house.use.capitalize(),
            outline=as_stored(grounds.shape if grounds else house.outline, GEOSGeometry),
            external_id=f"demo/sensitive/{number}",
        )
