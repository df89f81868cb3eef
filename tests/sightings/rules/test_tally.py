"""Who says that a camera is there and who says that it is gone, for people to read."""

from datetime import date, timedelta

import pytest

from mapper.sightings.rules.tally import Side, Tally, tally_of, who_words
from mapper.vocabulary import Verdict
from tests.factories.cameras import SEEN_ON, make_camera, make_record, make_source
from tests.factories.sightings import make_contributor, make_sighting

LATER = SEEN_ON + timedelta(days=1)
OCTOBER = date(2026, 10, 3)


def tallied(camera):
    return tally_of(camera.sightings.all(), camera.records.select_related("source"))


@pytest.mark.django_db
def test_everybody_counts_once_by_her_latest_word():
    camera = make_camera()
    regular = make_contributor()
    make_sighting(camera, contributor=regular, verdict=Verdict.GONE, observed_on=LATER,
                  received_on=LATER)  # fmt: skip
    make_sighting(camera, contributor=regular)
    make_sighting(camera, verdict=Verdict.CHANGED)
    assert tallied(camera) == Tally(present=Side(1), gone=Side(1))


@pytest.mark.django_db
def test_on_one_day_present_is_the_later_word():
    camera = make_camera()
    regular = make_contributor()
    for verdict in (Verdict.PRESENT, Verdict.GONE):
        make_sighting(camera, contributor=regular, verdict=verdict)
    assert tallied(camera) == Tally(present=Side(1))


@pytest.mark.django_db
def test_all_without_a_key_are_one_person_and_the_weightless_none():
    camera = make_camera()
    for weight in (None, 1.0):
        make_sighting(camera, contributor=None, weight=weight)
    make_sighting(camera, weight=0.0)
    assert tallied(camera).present == Side(1)


@pytest.mark.django_db
def test_a_source_is_named_once_and_speaks_for_gone_where_it_no_longer_lists():
    camera = make_camera()
    make_record(camera, "node/1")
    make_record(camera, "node/2")
    make_record(camera, "7", source=make_source("list", title="A list"), missing_since=LATER)
    assert tallied(camera) == Tally(Side(0, ("OpenStreetMap",)), Side(0, ("A list",)))


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(Side(3)), "3 people, last in October 2026"),
        (Tally(Side(1)), "1 person, last in October 2026"),
        (Tally(Side(2, ("OpenStreetMap",))),
         "OpenStreetMap and 2 people, last in October 2026"),
        (Tally(Side(2), Side(1)),
         ("2 people say it is still there, 1 person says it is gone;"
          " last seen in October 2026")),
        (Tally(gone=Side(2, ("OpenStreetMap",))),
         "OpenStreetMap and 2 people say it is gone; last seen in October 2026"),
        (Tally(), ""),
    ],
)  # fmt: skip
def test_whom_a_belief_rests_on_is_one_sentence(tally, words):
    assert who_words(tally, OCTOBER) == words


def test_a_day_nobody_knows_is_not_told():
    assert who_words(Tally(Side(1)), None) == "1 person"
