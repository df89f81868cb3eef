"""Each kind of thing to do nearby: when it is asked, why, and at what cost."""

from datetime import date, timedelta

import pytest

from mapper.pages.here import Here
from mapper.pages.nearby.around import around
from mapper.pages.nearby.kinds.disputed import disputed
from mapper.pages.nearby.kinds.facing import facing
from mapper.pages.nearby.kinds.stale import stale
from mapper.pages.nearby.kinds.streets import streets
from mapper.pages.nearby.kinds.unseen import unseen
from mapper.settings import limits
from mapper.vocabulary import Kind, State
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
LONG_AGO = date(2023, 3, 4)
YESTERDAY = TODAY - timedelta(days=1)
EAST = [{"bearing": 90.0, "opening": None}]


def asked(kind):
    return list(kind(around(Here(*HERE), TODAY)))


def reasons(kind):
    return {task.camera.pk: task.reason for task in asked(kind)}


def test_the_longest_unseen_are_asked_about_first():
    newer = make_camera(last_seen_on=date(2025, 1, 2))
    oldest = make_camera(last_seen_on=LONG_AGO)
    never = make_camera(first_seen_on=None, last_seen_on=None)
    make_camera(last_seen_on=YESTERDAY)
    make_camera(last_seen_on=LONG_AGO, state=State.GONE)
    make_home_camera(last_seen_on=LONG_AGO)
    assert list(reasons(stale).items()) == [
        (never.pk, "Nobody knows when it was last seen."),
        (oldest.pk, "Last seen in March 2023."),
        (newer.pk, "Last seen in January 2025."),
    ]


def test_a_facing_is_asked_for_where_nobody_knows_it_and_it_could_have_one():
    unknown = make_camera()
    make_camera(facings=EAST)
    make_camera(kind=Kind.DOME)
    assert [task.camera for task in asked(facing)] == [unknown]


def test_what_people_disagree_about_is_named():
    itself = make_camera(state=State.DISPUTED)
    aspects = make_camera(disputed=["kind", "facings", "location"])
    make_camera()
    assert reasons(disputed) == {
        itself.pk: "People disagree whether it is.",
        aspects.pk: "People disagree about: kind, facing and position.",
    }
    assert [task.template for task in asked(disputed)] == [
        "nearby/verdict.html",
        "nearby/aspects.html",
    ]


def test_what_a_later_survey_does_not_list_is_asked_about_and_nothing_else():
    missed = make_camera(last_seen_on=LONG_AGO)
    listed = make_camera(last_seen_on=LONG_AGO)
    make_camera(last_seen_on=YESTERDAY)
    make_camera(HERE[0] + 0.002, last_seen_on=LONG_AGO)
    make_camera(first_seen_on=None, last_seen_on=None)
    make_survey(seen=[listed], looked_on=date(2026, 10, 3))
    make_survey(seen=[missed, listed], looked_on=date(2022, 1, 2))
    assert reasons(unseen) == {missed.pk: "Not seen in the survey of October 2026."}


def test_the_survey_is_named_by_its_street():
    missed = make_camera(last_seen_on=LONG_AGO)
    make_survey(looked_on=date(2026, 10, 3), street_name="First Street")
    assert reasons(unseen) == {missed.pk: "Not seen in the survey of First Street, October 2026."}


def test_without_surveys_nothing_was_missed(django_assert_num_queries):
    make_camera(last_seen_on=LONG_AGO)
    known = around(Here(*HERE), TODAY)
    with django_assert_num_queries(0):
        assert list(unseen(known)) == []


def test_a_street_is_asked_about_until_somebody_looked_and_after_a_year():
    for number, name in enumerate(["Fresh", "Old", "Never"]):
        lat = HERE[1] + number * 0.0003
        make_street(f"{name} Street", line=[(HERE[0] - 0.001, lat), (HERE[0] + 0.001, lat)])
    make_survey(street_name="Fresh Street", looked_on=YESTERDAY)
    make_survey(street_name="Fresh Street", looked_on=LONG_AGO)
    make_survey(street_name="Old Street", looked_on=LONG_AGO)
    assert [(task.street, task.reason) for task in asked(streets)] == [
        ("Old Street", "Last looked at in March 2023."),
        ("Never Street", "Nobody has looked yet."),
    ]


def test_of_a_kind_there_are_never_too_many(monkeypatch):
    monkeypatch.setattr(limits, "NEARBY_EACH_KIND", 1)
    monkeypatch.setattr(limits, "NEARBY_STREETS", 1)
    make_street("First Street")
    make_street("Second Street")
    for _ in range(2):
        make_camera(last_seen_on=LONG_AGO, state=State.DISPUTED)
    make_survey(looked_on=YESTERDAY)
    kinds = (stale, facing, disputed, unseen, streets)
    assert [len(asked(kind)) for kind in kinds] == [1, 1, 1, 1, 1]
