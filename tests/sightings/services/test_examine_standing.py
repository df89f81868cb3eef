"""Standing is gained and lost when cameras change, and what follows comes to an end."""

from datetime import timedelta

import pytest

from mapper.contributors.models import ContributorEventKind
from mapper.contributors.rules.standing import stands_on
from mapper.settings import limits
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.examine_standing import examine_standing
from mapper.vocabulary import Role, State, Verdict
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.sightings import make_contributor
from tests.factories.standing import day, reported, see

pytestmark = pytest.mark.django_db

TODAY = SEEN_ON + timedelta(days=60)
DAYS = (0, 2, 4, 6, 8)


def examine(cameras, today=TODAY):
    ids = [camera.pk for camera in cameras]
    believe_cameras(ids=ids, day=today, by=Role.RESIDENT)
    examine_standing(cameras=ids, day=today, by=Role.RESIDENT)


@pytest.fixture
def others():
    return [make_contributor(has_standing=True) for _ in range(limits.STANDING_VOUCHERS)]


def confirm(cameras, others, number=20):
    for turn, camera in enumerate(cameras):
        see(camera, others[turn % len(others)], number)


def kinds(contributor):
    return [event.what for event in contributor.events.all()]


def test_first_and_right_five_times_earns_standing(others):
    contributor = make_contributor()
    cameras = [reported(contributor, number) for number in DAYS]
    confirm(cameras[:4], others)
    examine(cameras[:4])
    contributor.refresh_from_db()
    assert not contributor.has_standing
    confirm(cameras[4:], others)
    examine(cameras[4:])
    contributor.refresh_from_db()
    assert stands_on(contributor, TODAY)
    assert kinds(contributor) == [ContributorEventKind.STANDING_EARNED]
    examine(cameras)
    assert len(kinds(contributor)) == 1


def test_agreeing_earns_nothing(others):
    agreeing = make_contributor()
    cameras = [reported(others[0], number) for number in DAYS]
    confirm(cameras, others[1:])
    for camera in cameras:
        see(camera, agreeing, 21)
    examine(cameras)
    agreeing.refresh_from_db()
    assert not agreeing.has_standing


def test_those_without_standing_vouch_for_nobody():
    contributor = make_contributor()
    cameras = [reported(contributor, number) for number in DAYS]
    confirm(cameras, [make_contributor() for _ in range(9)])
    examine(cameras)
    contributor.refresh_from_db()
    assert not contributor.has_standing


def test_what_standing_confirms_may_earn_another_hers(others):
    """One earns standing; with it she is the third to vouch for another, who earns hers."""
    first, second = make_contributor(), make_contributor()
    cameras = [reported(first, number) for number in DAYS]
    confirm(cameras, others)
    further = [reported(second, number) for number in DAYS]
    confirm(further[:4], others[:2])
    see(further[4], first, 21)
    examine(further)
    second.refresh_from_db()
    assert not second.has_standing
    examine(cameras)
    for contributor in (first, second):
        contributor.refresh_from_db()
        assert contributor.has_standing
    further[4].refresh_from_db()
    assert further[4].state == State.CONFIRMED


def found_gone(contributor, others, number):
    camera = reported(contributor, number)
    for later, other in enumerate(others, start=1):
        see(camera, other, number + later, verdict=Verdict.GONE)
    return camera


def test_two_inventions_lose_standing(others):
    contributor = make_contributor(has_standing=True)
    examine([found_gone(contributor, others, 0)])
    contributor.refresh_from_db()
    assert contributor.has_standing
    vouched = reported(make_contributor(), 30)
    see(vouched, contributor, 31)
    examine([vouched])
    examine([found_gone(contributor, others, 9)])
    contributor.refresh_from_db()
    vouched.refresh_from_db()
    assert (contributor.has_standing, contributor.standing_until) == (False, None)
    assert kinds(contributor) == [ContributorEventKind.STANDING_LOST]
    assert vouched.state == State.UNCONFIRMED


def test_after_losing_it_only_new_reports_count(others):
    contributor = make_contributor()
    cameras = [reported(contributor, number) for number in DAYS]
    confirm(cameras, others)
    lost = ContributorEventKind.STANDING_LOST
    contributor.events.create(day=day(50), what=lost, by=Role.MODERATOR)
    examine(cameras)
    contributor.refresh_from_db()
    assert not contributor.has_standing


def test_after_it_faded_only_new_reports_count(others):
    contributor = make_contributor(has_standing=True, standing_until=day(5))
    old = [reported(contributor, number) for number in DAYS]
    confirm(old, others)
    examine(old)
    contributor.refresh_from_db()
    assert not stands_on(contributor, TODAY)
    new = [reported(contributor, number) for number in (30, 32, 34, 36, 38)]
    confirm(new, others, 50)
    examine(new)
    contributor.refresh_from_db()
    assert stands_on(contributor, TODAY)


def test_the_blocked_are_not_judged(others):
    contributor = make_contributor(blocked_on=day(30))
    cameras = [reported(contributor, number) for number in DAYS]
    confirm(cameras, others)
    examine(cameras)
    contributor.refresh_from_db()
    assert not contributor.has_standing


@pytest.mark.parametrize("number", [1, 4])
def test_what_nobody_is_judged_for_costs_one_query(number, django_assert_num_queries):
    cameras = [make_camera() for _ in range(number)]
    for camera in cameras:
        see(camera, None, 1)
    ids = [camera.pk for camera in cameras]
    # Opening and ending the transaction, and asking who reported first.
    with django_assert_num_queries(3):
        examine_standing(cameras=ids, day=TODAY, by=Role.RESIDENT)
