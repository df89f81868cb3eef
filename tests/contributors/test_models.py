"""A contributor is a number to us, and nothing more."""

from mapper.contributors.models import Contributor


def test_a_contributor_is_named_by_number_only():
    assert str(Contributor(pk=3, key_hash="secret")) == "contributor 3"
