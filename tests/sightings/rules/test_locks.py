"""Where nothing is taken for now, it is said in words, with the day it opens again."""

from datetime import timedelta

import pytest

from mapper.contributors.rules.senders import RefusedSenderError
from mapper.geometry.cells import cell_of
from mapper.settings import limits
from mapper.sightings.models import LockedCell
from mapper.sightings.rules.locks import locked_problem, refuse_where_locked
from tests.factories.cameras import HERE, SEEN_ON
from tests.factories.sightings import make_contributor

pytestmark = pytest.mark.django_db

LAST = SEEN_ON + timedelta(days=2)


@pytest.fixture
def lock():
    cell = cell_of(*HERE, limits.LOCKED_CELL_ZOOM)
    return LockedCell.objects.create(cell=cell, since=SEEN_ON, until=LAST)


@pytest.mark.parametrize("day", [SEEN_ON, LAST])
def test_on_its_first_and_last_day_it_is_said_when_it_opens(lock, day):
    assert locked_problem(*HERE, day).endswith("It opens again on 4 September 2026.")


@pytest.mark.parametrize("day", [SEEN_ON - timedelta(days=1), LAST + timedelta(days=1)])
def test_before_and_afterwards_it_is_open(lock, day):
    assert locked_problem(*HERE, day) == ""


def test_elsewhere_it_is_open(lock):
    assert locked_problem(HERE[0] + 0.1, HERE[1], SEEN_ON) == ""


def test_asking_costs_one_query(lock, django_assert_num_queries):
    with django_assert_num_queries(1):
        locked_problem(*HERE, SEEN_ON)


@pytest.mark.parametrize("make", [lambda: None, make_contributor])
def test_who_has_no_standing_is_refused_in_words(lock, make):
    with pytest.raises(RefusedSenderError, match="opens again") as refusal:
        refuse_where_locked(make(), *HERE, SEEN_ON)
    assert refusal.value.status == 403


def test_who_has_standing_is_not_even_asked_about(lock, django_assert_num_queries):
    regular = make_contributor(has_standing=True)
    with django_assert_num_queries(0):
        refuse_where_locked(regular, *HERE, SEEN_ON)


def test_where_nothing_is_locked_nobody_is_refused():
    refuse_where_locked(None, *HERE, SEEN_ON)
