"""A listing is compared with what is stored, and written over it."""

import pytest

from mapper.cameras.services.revise_record import changes_of, is_older, revise_record
from tests.factories.cameras import make_camera, make_home_camera, make_record
from tests.factories.osm import DAY, make_listing

pytestmark = pytest.mark.django_db


def stored(**fields):
    return make_record(make_camera(24.95, 60.15), **{"version": 3, **fields})


def test_equal_listings_differ_in_nothing():
    assert changes_of(stored(), make_listing(version=3)) == {}


def test_a_new_tag_had_no_value_before():
    changes = changes_of(stored(), make_listing(version=4, tags={"ref": "A"}))
    assert changes == {"changed": {"before": {"ref": None}}}


def test_one_that_returns_in_an_older_version_only_returns():
    record = stored(missing_since=DAY)
    assert changes_of(record, make_listing(version=2, lon=25.0)).keys() == {"returned"}
    assert revise_record(record, make_listing(version=2, lon=25.0), DAY)
    assert (record.version, record.location.x, record.missing_since) == (3, 24.95, None)


@pytest.mark.parametrize(
    ("held", "told", "older"), [(3, 2, True), (3, 3, False), (None, 2, False), (3, None, False)]
)
def test_a_version_is_older_only_where_both_are_known(held, told, older):
    assert is_older(stored(version=held), make_listing(version=told)) is older


def test_a_home_that_moves_does_not_tell_where_it_was():
    record = make_record(make_home_camera(24.95, 60.15))
    assert changes_of(record, make_listing(lon=24.96))["moved"].keys() == {"metres"}
