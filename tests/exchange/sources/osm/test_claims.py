"""The fields people claimed, and when they last did."""

from datetime import date

import pytest

from mapper.exchange.sources.osm.claims import fields_told, newest_claims
from mapper.sightings.models import Claim, Sighting
from mapper.vocabulary import Basis, Verdict
from tests.factories.cameras import make_camera

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)


def sighting(camera, day, verdict=Verdict.PRESENT, withdrawn_on=None, **claims):
    made = Sighting.objects.create(
        camera=camera,
        verdict=verdict,
        observed_on=day,
        received_on=day,
        location=camera.location,
        withdrawn_on=withdrawn_on,
    )
    for key, value in claims.items():
        aspect = key.replace("__", ":")
        Claim.objects.create(sighting=made, aspect=aspect, value=value, basis=Basis.SAW)


@pytest.mark.django_db
def test_the_newest_day_of_each_field(django_assert_num_queries):
    first, second = make_camera(), make_camera()
    sighting(first, AUGUST, camera__type="dome")
    sighting(first, JULY, camera__type="fixed", height="4")
    sighting(second, JULY, operator="Tram Works")
    with django_assert_num_queries(1):
        claims = newest_claims([first.pk, second.pk])
    assert claims == {
        first.pk: {"kind": AUGUST, "height_m": JULY},
        second.pk: {"operator": JULY},
    }


@pytest.mark.django_db
def test_what_was_withdrawn_or_says_gone_does_not_count():
    camera = make_camera()
    sighting(camera, JULY, withdrawn_on=AUGUST, camera__type="dome")
    sighting(camera, JULY, verdict=Verdict.GONE, camera__type="dome")
    assert newest_claims([camera.pk]) == {}


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("camera:type", "dome", {"kind"}),
        ("camera:direction", "90", {"facings"}),
        ("height", "nonsense", set()),
        ("note", "by the door", set()),
    ],
)
def test_the_fields_one_tag_decides(key, value, expected):
    assert fields_told(key, value) == expected
