"""Only what a source listed before, inside the extent, and lists no more is marked missing."""

from datetime import timedelta

import pytest

from mapper.cameras.models import Event, SourceRecord
from mapper.cameras.services.mark_missing import mark_missing
from mapper.cameras.services.vintage import TooManyMissingError
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.cameras import make_camera, make_record, make_source
from tests.factories.osm import DAY, make_listing, make_vintage

pytestmark = pytest.mark.django_db

BEFORE = DAY - timedelta(days=30)


def known(number, lon=24.95, **fields):
    days = {"first_vintage_on": BEFORE, "last_vintage_on": BEFORE}
    camera = make_camera(lon, 60.15)
    return make_record(camera, f"node/{number}", **{"source": make_source("osm"), **days, **fields})


def mark(*listings, **told):
    return mark_missing(
        source=make_source("osm"), vintage=make_vintage(listings, **told), by=Role.IMPORTER
    )


def missing():
    found = SourceRecord.objects.filter(missing_since=DAY).order_by("pk")
    return list(found.values_list("external_id", flat=True))


def test_what_is_listed_no_more_is_marked_with_its_event():
    record = known(1)
    assert mark() == {record.camera_id}
    assert missing() == ["node/1"]
    event = Event.objects.get()
    assert (event.what, event.day, event.source.slug) == ("missing", DAY, "osm")


def test_what_lies_outside_or_belongs_to_another_source_or_was_listed_today_is_not():
    known(1, lon=26.0)
    known(2, source=make_source("elsewhere"))
    known(3, last_vintage_on=DAY)
    known(4, missing_since=BEFORE)
    known(5)
    known(6)
    assert mark(make_listing(5), left_out=frozenset({"node/6"})) == set()
    assert missing() == []
    assert not Event.objects.exists()


def test_most_of_a_town_does_not_go_missing_unless_somebody_looked():
    for number in range(limits.IMPORT_MISSING_ALWAYS + 1):
        known(number)
    with pytest.raises(TooManyMissingError, match="6 of the 6 cameras known"):
        mark()
    assert missing() == []
    assert len(mark(whole=True)) == 6


def test_a_few_may_always_go_missing():
    for number in range(limits.IMPORT_MISSING_ALWAYS):
        known(number)
    assert len(mark()) == limits.IMPORT_MISSING_ALWAYS


def test_so_may_less_than_the_share():
    for number in range(20):
        known(number)
    assert len(mark(*(make_listing(number) for number in range(10)))) == 10


def test_many_are_marked_batch_by_batch(monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_BATCH_ROWS", 2)
    for number in range(5):
        known(number)
    assert len(mark()) == 5
    assert len(missing()) == Event.objects.count() == 5
