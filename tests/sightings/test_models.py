"""The database refuses sightings that cannot be."""

from datetime import date

import pytest
from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction

from mapper.cameras.models import Camera
from mapper.sightings.models import Claim, Sighting

pytestmark = pytest.mark.django_db

HERE = Point(-28.0, 47.0, srid=4326)


def make(**fields):
    facts = {"observed_on": date(2026, 1, 1), "received_on": date(2026, 1, 1), **fields}
    camera = Camera.objects.create(location=HERE)
    return Sighting.objects.create(camera=camera, verdict="present", location=HERE, **facts)


@pytest.mark.parametrize(
    "nonsense",
    [{"observed_on": date(2026, 1, 2)}, {"accuracy_m": -1.0}],
)
def test_a_sighting_that_cannot_be_is_refused(nonsense):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**nonsense)


def test_one_claim_an_aspect():
    sighting = make()
    Claim.objects.create(sighting=sighting, aspect="height", value="5", basis="saw")
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(sighting=sighting, aspect="height", value="6", basis="saw")


def test_records_name_themselves():
    assert str(make()) == "present 2026-01-01"
    assert str(Claim(aspect="height", value="5")) == "height=5"
