"""A vintage is stored, and what is then believed of its cameras follows at once."""

import pytest

from mapper.cameras.models import Camera
from mapper.exchange.sources.store_cameras import store_cameras
from mapper.vocabulary import Role
from tests.factories.cameras import make_source
from tests.factories.osm import DAY, make_listing, make_vintage

pytestmark = pytest.mark.django_db


def test_cameras_are_stored_and_the_stages_told():
    stages = []
    report = store_cameras(
        source=make_source(),
        vintage=make_vintage([make_listing(1), make_listing(2)], DAY),
        watch=lambda *told: stages.append(told),
        by=Role.IMPORTER,
    )
    assert report.added == Camera.objects.count() == 2
    assert stages == [
        ("Storing cameras", 0, 2),
        ("Storing cameras", 2, 2),
        ("Weighing what is believed", 0, 0),
        ("Weighing what is believed", 0, 0),
    ]


def test_what_a_source_lists_otherwise_is_believed_at_once():
    source = make_source()
    for kind in ("fixed", "dome"):
        store_cameras(
            source=source,
            vintage=make_vintage([make_listing(1, tags={"camera:type": kind})], DAY),
            watch=lambda *told: None,
            by=Role.IMPORTER,
        )
        assert Camera.objects.get().kind == kind
