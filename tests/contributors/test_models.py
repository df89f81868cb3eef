"""What names a contributor and her things is a number, and nothing more."""

from datetime import date

from mapper.contributors.models import Contributor, ContributorEvent, WalkCode


def test_a_contributor_is_named_by_number_only():
    assert str(Contributor(pk=3, key_hash="secret")) == "contributor 3"


def test_neither_does_a_code_tell_its_hash_nor_an_event_whose_it_is():
    assert str(WalkCode(pk=4, code_hash="secret")) == "code 4"
    event = ContributorEvent(day=date(2026, 9, 1), what="forgotten")
    assert str(event) == "2026-09-01 forgotten"
