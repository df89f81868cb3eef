"""Tests of the town's ground as rows."""

from datetime import date

import pytest
import shapely
from django.contrib.gis.geos import MultiPolygon
from django.db.models import Sum

from mapper.exchange.sources.demo_town.ground import as_stored
from mapper.exchange.sources.demo_town.town import Town
from mapper.places.models import (
    Building,
    Ground,
    GroundArea,
    Label,
    Place,
    SensitivePlace,
    Street,
)
from mapper.vocabulary import GroundKind, LabelRank, Level, SensitiveKind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_the_ground_says_that_it_is_invented(today: date):
    ground = Ground.objects.get(slug="demo")
    assert "invented" in ground.title
    assert "Invented" in ground.attribution
    assert ground.vintage_on == today


def test_the_extent_holds_everything_drawn():
    extent = Ground.objects.get(slug="demo").extent.buffer(1e-6)
    for model, field in ((Street, "line"), (Building, "outline"), (GroundArea, "shape")):
        assert all(map(extent.covers, model.objects.values_list(field, flat=True)))


def test_every_piece_of_the_town_is_stored(town: Town):
    assert Street.objects.count() == len(town.streets)
    assert Building.objects.count() == len(town.houses)
    assert GroundArea.objects.count() == len(town.surfaces)
    assert Building.objects.filter(height_m__gt=2).count() == len(town.houses)


def test_the_wards_tile_the_city_exactly():
    city = Place.objects.get(level=Level.CITY)
    wards = Place.objects.filter(level=Level.WARD)
    whole = shapely.union_all([shapely.from_wkb(bytes(ward.boundary.wkb)) for ward in wards])
    assert whole.symmetric_difference(shapely.from_wkb(bytes(city.boundary.wkb))).area == 0


def test_the_city_has_as_many_people_as_its_wards(today: date):
    city = Place.objects.get(level=Level.CITY)
    wards = Place.objects.filter(level=Level.WARD)
    assert wards.count() == 6
    assert city.population == wards.aggregate(total=Sum("population"))["total"]
    assert set(Place.objects.values_list("population_year", flat=True)) == {today.year - 1}


def test_the_town_and_its_wards_are_labelled():
    assert Label.objects.get(rank=LabelRank.TOWN).name == "Thistlequay (invented)"
    suburbs = set(Label.objects.filter(rank=LabelRank.SUBURB).values_list("name", flat=True))
    assert suburbs == set(Place.objects.filter(level=Level.WARD).values_list("name", flat=True))


def test_all_kinds_of_ground_are_drawn():
    assert set(GroundArea.objects.values_list("kind", flat=True)) == set(GroundKind)


def test_the_wards_lie_in_the_city():
    city = Place.objects.get(level=Level.CITY)
    assert set(Place.objects.values_list("level", "parent")) == {
        (Level.CITY, None),
        (Level.WARD, city.pk),
    }


def test_every_kind_of_sensitive_place_is_there_and_named():
    found = dict(SensitivePlace.objects.values_list("name", "kind"))
    assert set(found.values()) == set(SensitiveKind)
    assert found["Harbour School"] == SensitiveKind.SCHOOL
    assert found["Tarn Hospital"] == SensitiveKind.CLINIC
    assert "" not in found


def test_a_shape_of_the_wrong_sort_is_refused():
    with pytest.raises(TypeError, match="a Point is no MultiPolygon"):
        as_stored(shapely.Point(0, 0), MultiPolygon)
