"""Sightings and records as voices: who, how much, and what they tell."""

from datetime import date

import pytest

from mapper.evidence import Place
from mapper.sightings.rules.voices import NOBODY, voice_of_sighting, voices_of_record
from mapper.vocabulary import Kind, Lifecycle, OperatorType, Verdict
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_record
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

LATER = date(2026, 10, 1)


def voice(claims=None, **fields):
    return voice_of_sighting(make_sighting(make_camera(), **fields), claims or {})


def test_a_sighting_tells_where_and_what():
    sighting = make_sighting(make_camera(), accuracy_m=8.0, received_on=LATER)
    told = voice_of_sighting(sighting, {"camera:type": "dome"})
    assert (told.who, told.number) == (f"contributor {sighting.contributor_id}", sighting.pk)
    assert (told.day, told.heard_on) == (SEEN_ON, LATER)
    assert (told.place, told.told) == (Place(*HERE, 8.0), {"kind": Kind.DOME})
    assert (told.standing, told.weight) == (False, 1.0)


def test_what_is_gone_is_nowhere_and_like_nothing():
    told = voice({"camera:type": "dome"}, verdict=Verdict.GONE)
    assert (told.place, told.told) == (None, {})
    assert not told.of_presence.present


def test_one_claim_is_read_in_the_light_of_the_others():
    claims = {"operator:type": "business", "camera:type": "doorbell"}
    assert voice(claims).told["operator_type"] == OperatorType.BUSINESS


def test_those_without_a_key_are_one_voice():
    assert voice(contributor=None).who == NOBODY


@pytest.mark.parametrize("weight", [0.0, 0.5])
def test_a_share_of_a_voice_is_kept(weight):
    assert voice(weight=weight).weight == weight


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"has_standing": True}, True),
        ({"has_standing": False}, False),
        ({"has_standing": True, "standing_until": LATER}, True),
        ({"has_standing": True, "standing_until": SEEN_ON}, False),
        ({"has_standing": True, "blocked_on": LATER}, False),
    ],
)
def test_standing_counts_on_the_day_it_was_received(fields, expected):
    told = voice(contributor=make_contributor(**fields), received_on=LATER)
    assert told.standing is expected


def test_a_source_is_one_voice_without_standing():
    tags = {"disused:man_made": "surveillance", "camera:type": "dome"}
    record = make_record(make_camera(), tags=tags, missing_since=LATER)
    present, gone = voices_of_record(record)
    assert present.who == gone.who == f"source {record.source_id}"
    assert (present.day, present.place) == (SEEN_ON, Place(*HERE))
    assert present.told == {"kind": Kind.DOME, "lifecycle": Lifecycle.DISUSED}
    assert (gone.day, gone.verdict, gone.place) == (LATER, Verdict.GONE, None)
    assert (present.standing, gone.standing) == (False, False)


def test_a_source_that_names_no_day_speaks_from_its_first_vintage():
    record = make_record(make_camera(), seen_on=None, first_vintage_on=date(2026, 1, 1))
    assert next(iter(voices_of_record(record))).day == date(2026, 1, 1)


def test_a_text_longer_than_a_camera_holds_is_not_told():
    record = make_record(make_camera(), tags={"ref": "7", "operator": "x" * 300})
    assert next(iter(voices_of_record(record))).told == {"ref": "7"}
