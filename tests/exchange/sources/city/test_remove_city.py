"""Tests of taking the city out again without touching anything else."""

from datetime import date

import pytest
from django.core.serializers import serialize

from mapper.cameras.models import Camera, Event, Operator, Source, SourceRecord
from mapper.exchange.sources.city.city import make_city
from mapper.exchange.sources.city.operators import operators
from mapper.exchange.sources.city.position import MIDDLE_LAT, MIDDLE_LON
from mapper.exchange.sources.city.remove_city import remove_city
from mapper.exchange.sources.city.store_city import city_stands, store_city
from mapper.exchange.sources.watching import unwatched
from mapper.places.models import Ground, Label, Place, Street
from mapper.settings import limits
from mapper.sightings.models import Sighting
from tests.factories.cameras import make_camera, make_event, make_operator, make_record
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db
TABLES = (Camera, SourceRecord, Event, Operator, Source, Ground, Street, Place, Label, Sighting)
CAMERAS, STREETS = 1_000, 20


def everything() -> str:
    """Every row of every table, as text."""
    return "".join(serialize("json", model._default_manager.order_by("pk")) for model in TABLES)


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it take several steps."""
    monkeypatch.setattr(limits, "CITY_REMOVED_AT_ONCE", 300)


@pytest.fixture
def stored(today: date) -> None:
    """A small city."""
    store_city(make_city("testing", CAMERAS, STREETS), today, unwatched)


def test_removing_leaves_every_table_as_it_was(today: date) -> None:
    make_event(make_record(make_camera(operator=make_operator())).camera)
    before = everything()
    store_city(make_city("testing", CAMERAS, STREETS), today, unwatched)
    assert everything() != before
    assert remove_city(unwatched) == {"cameras": CAMERAS, "streets": STREETS}
    assert everything() == before
    assert not city_stands()


def test_there_is_nothing_to_remove_twice(stored: None) -> None:
    assert remove_city(unwatched)
    assert remove_city(unwatched) == {}


def test_what_people_said_of_invented_cameras_goes_with_them(stored: None) -> None:
    make_sighting(Camera.objects.first())
    own = make_sighting(make_camera(MIDDLE_LON, MIDDLE_LAT))
    removed = remove_city(unwatched)
    assert removed["sightings that people sent"] == 1
    assert removed["cameras"] == CAMERAS
    assert list(Sighting.objects.all()) == [own]
    assert list(Camera.objects.all()) == [own.camera]


def test_an_operator_of_a_real_camera_stays(stored: None) -> None:
    name = operators()[0][0]
    make_camera(operator=Operator.objects.get(name=name))
    remove_city(unwatched)
    assert Operator.objects.get().name == name


def test_interrupted_it_is_run_again_for_the_rest(stored: None) -> None:
    def interrupt(_stage: str, done: int, _total: int | None) -> None:
        if done >= 600:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remove_city(interrupt)
    assert Camera.objects.count() == SourceRecord.objects.count() == CAMERAS - 600
    assert city_stands()
    assert remove_city(unwatched) == {"cameras": CAMERAS - 600, "streets": STREETS}
    assert not Street.objects.exists()


def test_a_city_that_lost_its_cameras_is_removed_too(stored: None) -> None:
    Camera.objects.all().delete()
    assert remove_city(unwatched) == {"cameras": 0, "streets": STREETS}
