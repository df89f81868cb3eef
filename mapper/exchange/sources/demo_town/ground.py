"""Storing the town's ground: streets, buildings, surfaces, wards and labels."""

from datetime import date

import shapely
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.utils.text import slugify
from shapely.geometry.base import BaseGeometry

from mapper.exchange.sources.demo_town.labels import ATTRIBUTION, GROUND_TITLE, SLUG, TOWN_NAME
from mapper.exchange.sources.demo_town.position import on_earth
from mapper.exchange.sources.demo_town.town import Town
from mapper.places.models import Building, Ground, GroundArea, Label, Place, Street
from mapper.vocabulary import LabelRank, Level


def store_ground(town: Town, today: date) -> dict[str, int]:
    """Store everything drawn; gives how many records of each sort."""
    ground = Ground.objects.create(
        slug=SLUG,
        title=GROUND_TITLE,
        attribution=ATTRIBUTION,
        vintage_on=today,
        extent=Polygon.from_bbox(on_earth(town.island.bounds).bounds),
    )
    return {
        "wards": _store_places(town, ground, today),
        "streets": _store_streets(town, ground),
        "buildings": _store_buildings(town, ground),
        "areas": _store_areas(town, ground),
    }


def geos(shape: BaseGeometry) -> GEOSGeometry:
    """A shape in metres as the database takes it."""
    return GEOSGeometry(memoryview(shapely.to_wkb(on_earth(shape))), srid=4326)


def _several(shape: BaseGeometry) -> MultiPolygon:
    found = geos(shape)
    return found if isinstance(found, MultiPolygon) else MultiPolygon(found, srid=4326)


def _store_places(town: Town, ground: Ground, today: date) -> int:
    """The city, its wards, and a label in the middle of each."""
    year = today.year - 1
    city = Place(
        slug="demo-thistlequay",
        name=TOWN_NAME,
        level=Level.CITY,
        boundary=_several(town.island.bounds),
        population=sum(area.ward.population for area in town.wards),
        population_year=year,
        external_id="demo/city",
        ground=ground,
    )
    wards = [
        Place(
            slug=f"demo-{slugify(area.ward.name)}",
            name=area.ward.name,
            level=Level.WARD,
            boundary=_several(area.shape),
            population=area.ward.population,
            population_year=year,
            external_id=f"demo/ward/{number}",
            ground=ground,
        )
        for number, area in enumerate(town.wards, start=1)
    ]
    Place.objects.bulk_create([city, *wards])
    Label.objects.bulk_create(_labels(town, ground))
    return len(wards)


def _labels(town: Town, ground: Ground) -> list[Label]:
    named = [(TOWN_NAME, LabelRank.TOWN, shapely.Point(60, -180))]
    named += [(area.ward.name, LabelRank.SUBURB, area.label_spot) for area in town.wards]
    return [
        Label(
            name=name,
            rank=rank,
            location=geos(spot),
            external_id=f"demo/label/{number}",
            ground=ground,
        )
        for number, (name, rank, spot) in enumerate(named, start=1)
    ]


def _store_streets(town: Town, ground: Ground) -> int:
    streets = [
        Street(
            name=stroke.name,
            street_class=stroke.street_class,
            line=geos(stroke.line),
            external_id=f"demo/street/{number}",
            ground=ground,
        )
        for number, stroke in enumerate(town.streets, start=1)
    ]
    return len(Street.objects.bulk_create(streets))


def _store_buildings(town: Town, ground: Ground) -> int:
    buildings = [
        Building(
            outline=_several(house.outline),
            height_m=house.height_m,
            external_id=f"demo/building/{number}",
            ground=ground,
        )
        for number, house in enumerate(town.houses, start=1)
    ]
    return len(Building.objects.bulk_create(buildings))


def _store_areas(town: Town, ground: Ground) -> int:
    areas = [
        GroundArea(
            kind=surface.kind,
            name=surface.name,
            shape=geos(surface.shape),
            external_id=f"demo/area/{number}",
            ground=ground,
        )
        for number, surface in enumerate(town.surfaces, start=1)
    ]
    return len(GroundArea.objects.bulk_create(areas))
