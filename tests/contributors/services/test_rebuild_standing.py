"""Standing that differs from what happened is found, and mended."""

from datetime import date

import pytest

from mapper.contributors.models import ContributorEventKind
from mapper.contributors.rules.standing import Standing, fades_on
from mapper.contributors.services.give_standing import give_standing
from mapper.contributors.services.rebuild_standing import differing_standing, rebuild_standing
from mapper.contributors.services.take_standing import take_standing
from mapper.vocabulary import Role
from tests.factories.sightings import make_contributor

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)
GIVEN = ContributorEventKind.STANDING_GIVEN


def given():
    contributor = make_contributor()
    give_standing(contributor=contributor, what=GIVEN, day=DAY, by=Role.OPERATOR)
    return contributor


def test_standing_that_was_given_or_taken_differs_in_nothing():
    one, other = given(), given()
    take_standing(contributor=other, day=DAY, by=Role.MODERATOR)
    assert differing_standing([one.pk, other.pk]) == []


def test_standing_that_nobody_gave_is_found_and_mended():
    contributor = make_contributor(has_standing=True)
    (found,) = differing_standing([contributor.pk])
    assert (found.stored, found.rebuilt) == (Standing(has_standing=True), Standing())
    contributor.refresh_from_db()
    assert contributor.has_standing
    assert len(rebuild_standing([contributor.pk])) == 1
    contributor.refresh_from_db()
    assert not contributor.has_standing
    assert not contributor.events.exists()


def test_standing_that_was_lost_in_storage_comes_back():
    contributor = given()
    contributor.standing_until = None
    contributor.save()
    rebuild_standing([contributor.pk])
    contributor.refresh_from_db()
    assert contributor.standing_until == fades_on(DAY)


def test_others_are_not_asked_about(django_assert_num_queries):
    make_contributor(has_standing=True)
    contributor = given()
    with django_assert_num_queries(2):
        assert differing_standing([contributor.pk]) == []
