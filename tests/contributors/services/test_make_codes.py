"""Codes for a walk."""

from datetime import date

import pytest

from mapper.contributors.models import ContributorEvent, WalkCode
from mapper.contributors.services.make_codes import make_codes
from mapper.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_codes_are_given_once_and_only_their_hashes_are_kept():
    codes = make_codes(number=3, days=14, day=date(2026, 9, 1), by=Role.OPERATOR)
    assert len(set(codes)) == 3
    kept = WalkCode.objects.all()
    assert {code.expires_on for code in kept} == {date(2026, 9, 15)}
    assert not {code.code_hash for code in kept} & set(codes)
    event = ContributorEvent.objects.get()
    assert event.details == {"number": 3, "expires_on": "2026-09-15"}
    assert (event.what, event.by, event.contributor) == ("codes_made", "operator", None)
