"""Tests of loading the demo town, and of taking it out without touching anything else."""

import re
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.apps import apps
from django.contrib.gis.geos import GEOSGeometry
from django.core.serializers import serialize
from django.db import models

from mapper.cameras.models import Camera, Change, Operator, Source
from mapper.contributors.models import Contributor
from mapper.exchange.sources.demo_town.loader import load_demo_town, remove_demo_town
from mapper.exchange.sources.demo_town.position import MIDDLE_LAT, MIDDLE_LON
from mapper.places.models import Ground
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey
from tests.factories.cameras import make_camera, make_event, make_operator, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("prebuilt")]
NUMBER = re.compile("id|(?!external_).*_id")
ROOMS = ("cameras", "contributors", "places", "sightings", "surveys")


def tables() -> list[type[models.Model]]:
    models_there = (model for room in ROOMS for model in apps.get_app_config(room).get_models())
    # That something changed is noted whoever changes it, and says nothing else.
    return [model for model in models_there if model is not Change]


def everything() -> str:
    """Every row of every table, as text."""
    return "".join(serialize("json", model._default_manager.order_by("pk")) for model in tables())


def digest() -> str:
    """A fingerprint of every row, whatever numbers the database gave them."""
    told = sha256()
    for model in tables():
        for row in model._default_manager.order_by("pk").values():
            values = {key: value for key, value in row.items() if not NUMBER.fullmatch(key)}
            told.update(repr(sorted((key, plain(value)) for key, value in values.items())).encode())
    return told.hexdigest()


def plain(value: object) -> object:
    """A value that is written the same way whenever it is the same."""
    if isinstance(value, dict):
        return {key: each for key, each in value.items() if key != "sighting"}
    return value.hex if isinstance(value, GEOSGeometry) else value


def test_loading_says_what_it_added(today: date):
    added = load_demo_town(today=today)
    assert added is not None
    assert added["cameras"] == Camera.objects.count()
    assert added["sightings"] == Sighting.objects.count()
    assert added["surveys"] == Survey.objects.count()
    assert set(added) >= {"places", "streets", "buildings", "areas", "labels", "list entries"}


def test_loading_twice_changes_nothing(today: date):
    load_demo_town(today=today)
    before = everything()
    assert load_demo_town(today=today + timedelta(days=9)) is None
    assert everything() == before


def test_the_same_day_gives_the_same_rows(today: date):
    load_demo_town(today=today)
    first = digest()
    remove_demo_town()
    load_demo_town(today=today)
    assert digest() == first
    remove_demo_town()
    load_demo_town(today=today + timedelta(days=1))
    assert digest() != first


def test_removing_leaves_every_table_as_it_was(today: date):
    make_record(make_camera(operator=make_operator()))
    before = everything()
    load_demo_town(today=today)
    assert everything() != before
    removed = remove_demo_town()
    assert everything() == before
    assert removed["cameras"] > 100
    assert "of them sent by people" not in removed


def test_there_is_nothing_to_remove_twice(today: date):
    load_demo_town(today=today)
    assert remove_demo_town()
    assert remove_demo_town() == {}


def test_a_camera_that_somebody_logged_in_the_town_stays(today: date):
    load_demo_town(today=today)
    own = make_camera(MIDDLE_LON, MIDDLE_LAT)
    make_event(own)
    own.operator = Operator.objects.get(name="Thistlequay Police (invented)")
    own.save()
    remove_demo_town()
    assert list(Camera.objects.all()) == [own]
    assert list(Operator.objects.all()) == [own.operator]
    assert not Ground.objects.exists()
    assert not Source.objects.exists()


def test_what_people_said_of_an_invented_camera_goes_with_it(today: date):
    load_demo_town(today=today)
    invented = Camera.objects.first()
    person = Contributor.objects.create(key_hash="ab" * 32, first_seen_on=today)
    for contributor in (person, None):
        Sighting.objects.create(
            camera=invented,
            contributor=contributor,
            verdict="present",
            observed_on=today,
            received_on=today,
            location=invented.location,
        )
    assert remove_demo_town()["of them sent by people"] == 2
    assert list(Contributor.objects.all()) == [person]
    assert not Sighting.objects.exists()
