"""Objects become listings once each, dated, and with every oddity told."""

from datetime import date

import pytest

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.listings import listings_of, newest_of
from mapper.exchange.sources.osm.objects import OsmObject
from mapper.vocabulary import Kind
from tests.factories.osm import DAY, DEVICE


def one(number=1, tags=None, **told):
    return OsmObject(f"node/{number}", 24.95, 60.15, DEVICE | (tags or {}), **told)


def listings(*objects):
    notes = Notes()
    return listings_of(objects, DAY, notes), notes


def test_a_camera_is_listed_with_its_reading():
    (listing,), notes = listings(one(tags={"camera:type": "dome"}, version=3))
    assert (listing.external_id, listing.lon, listing.lat, listing.version) == (
        "node/1",
        24.95,
        60.15,
        3,
    )
    assert listing.reading.kind == Kind.DOME
    assert notes == Notes()


@pytest.mark.parametrize(
    ("tags", "edited_on", "expected"),
    [
        ({"survey:date": "2025-01-02", "check_date": "2025-02-03"}, DAY, date(2025, 1, 2)),
        ({"check_date": "2025-02-03"}, DAY, date(2025, 2, 3)),
        ({}, date(2024, 1, 1), date(2024, 1, 1)),
        ({}, None, None),
    ],
)
def test_it_was_seen_at_the_survey_else_the_check_else_the_edit(tags, edited_on, expected):
    (listing,), _ = listings(one(tags=tags, edited_on=edited_on))
    assert listing.seen_on == expected


def test_nothing_was_seen_after_the_vintage():
    (listing,), notes = listings(one(tags={"survey:date": "2099-01-01"}))
    assert listing.seen_on == DAY
    assert str(notes.remarked[0]) == (
        "node/1: was seen on 2099-01-01, after the day of this vintage"
    )


def test_nonsense_is_told_and_the_camera_kept():
    (listing,), notes = listings(one(tags={"direction": "foo"}))
    assert listing.tags["direction"] == "foo"
    assert "“foo”" in str(notes.remarked[0])


def test_what_is_no_camera_or_cannot_be_stored_is_refused():
    found, notes = listings(
        one(1, {"surveillance:type": "guard"}),
        one(2, {"note": "a\0b"}),
        one(3, {"note": "\ud800"}),
        one(4),
    )
    assert [listing.external_id for listing in found] == ["node/4"]
    assert [note.about for note in notes.refused] == ["node/1", "node/2", "node/3"]


def test_a_text_longer_than_we_hold_stays_in_the_tags_alone():
    (listing,), notes = listings(one(tags={"start_date": "x" * 41, "operator": "y" * 256}))
    assert (listing.reading.start_date, listing.reading.operator) == ("", "")
    assert listing.tags["start_date"] == "x" * 41
    assert "its start date is longer than 40 letters, and was left" in [
        note.text for note in notes.remarked
    ]


def test_an_object_told_twice_counts_in_its_newest_version():
    found = newest_of([one(1, version=2), one(1, version=3), one(1, version=1), one(2)])
    assert [(each.external_id, each.version) for each in found] == [("node/1", 3), ("node/2", None)]
