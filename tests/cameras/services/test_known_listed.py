"""What a list lists as before is told apart from what differs and what is new."""

from datetime import timedelta

import numpy as np
import pytest

from mapper.cameras.models import SourceRecord
from mapper.cameras.services.add_listed import add_listed
from mapper.cameras.services.known_listed import known_listed, list_again
from mapper.cameras.services.vintage import OlderVintageError
from mapper.vocabulary import Role
from tests.factories.cameras import make_source
from tests.factories.columns import make_columns
from tests.factories.osm import DAY

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=9)


@pytest.fixture
def source():
    """A source that listed three cameras."""
    source = make_source("osm")
    add_listed(source=source, listed=make_columns(3), day=DAY, by=Role.IMPORTER)
    return source


def known(source, listed, day=LATER):
    found = known_listed(source=source, listed=listed, day=day)
    return found.new.tolist(), found.differing.tolist(), len(found.same)


def test_of_a_new_source_everything_is_new():
    assert known(make_source("other"), make_columns(2)) == ([True, True], [False, False], 0)


def test_the_same_again_differs_in_nothing(source):
    assert known(source, make_columns(3)) == ([False] * 3, [False] * 3, 3)


def test_what_is_more_is_new(source):
    assert known(source, make_columns(4)) == ([False] * 3 + [True], [False] * 4, 3)


@pytest.mark.parametrize(
    "changed", [{"tags": {"ref": "a"}}, {"seen_on": DAY}], ids=["other tags", "another day seen"]
)
def test_what_is_told_differently_differs(source, changed):
    assert known(source, make_columns(3, **changed)) == ([False] * 3, [True] * 3, 0)


def test_what_moved_was_missing_or_has_versions_differs(source):
    listed = make_columns(3)
    listed.lonlat[0, 0] += 0.001
    SourceRecord.objects.filter(external_id="n1").update(missing_since=LATER)
    SourceRecord.objects.filter(external_id="n2").update(version=2)
    assert known(source, listed) == ([False] * 3, [True] * 3, 0)


def test_a_list_older_than_what_is_known_is_refused(source):
    with pytest.raises(OlderVintageError, match="but n0 is already known from 2026-05-01"):
        known(source, make_columns(1), day=DAY - timedelta(days=1))


def test_records_that_are_listed_again_are_of_the_later_day(source):
    ids = np.array(SourceRecord.objects.exclude(external_id="n2").values_list("pk", flat=True))
    list_again(records=ids, day=LATER)
    days = SourceRecord.objects.order_by("external_id").values_list("last_vintage_on", flat=True)
    assert list(days) == [LATER, LATER, DAY]
