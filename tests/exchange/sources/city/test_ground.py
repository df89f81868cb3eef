"""Tests of the city's ground as rows."""

from datetime import date

import pytest

from mapper.exchange.sources.city import labels
from mapper.exchange.sources.city.city import make_city
from mapper.exchange.sources.city.ground import PEOPLE_A_CAMERA, store_ground
from mapper.places.models import Ground, GroundArea, Label, Place, Street
from mapper.places.services.nest_places import nest_places
from mapper.vocabulary import GroundKind, Level

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(today: date) -> list[int]:
    """A stored city of two quarters, and of how many rows at once it was told."""
    told: list[int] = []
    store_ground(make_city("testing", 4_000, 250), today, told.append)
    nest_places()
    return told


def test_everything_is_stored_and_told(written: list[int]) -> None:
    assert sum(written) == sum(
        model.objects.count() for model in (Street, Place, GroundArea, Label)
    )
    assert Street.objects.count() == 250
    assert not Street.objects.filter(name="").exists()


def test_it_says_that_it_is_invented(written: list[int]) -> None:
    ground = Ground.objects.get()
    assert "invented" in ground.title
    assert "Invented" in ground.attribution
    assert Place.objects.get(level=Level.CITY).name == labels.CITY_NAME


def test_wards_are_held_by_districts_and_these_by_the_city(written: list[int]) -> None:
    city = Place.objects.get(level=Level.CITY)
    assert all(one.parent == city for one in Place.objects.filter(level=Level.DISTRICT))
    assert all(one.parent.level == Level.DISTRICT for one in Place.objects.filter(level=Level.WARD))


def test_people_are_as_many_as_cameras_ask_for(written: list[int]) -> None:
    people = {
        level: sum(Place.objects.filter(level=level).values_list("population", flat=True))
        for level in (Level.CITY, Level.DISTRICT, Level.WARD)
    }
    assert len(set(people.values())) == 1
    assert people[Level.CITY] == pytest.approx(4_000 * PEOPLE_A_CAMERA, abs=2)


def test_there_are_land_and_water(written: list[int]) -> None:
    kinds = set(GroundArea.objects.values_list("kind", flat=True))
    assert kinds == {GroundKind.LAND, GroundKind.WATER}
