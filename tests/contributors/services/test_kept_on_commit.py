"""Letting go in time: with every rollback, and never after a commit."""

import pytest
from django.db import transaction

from mapper.contributors.services.kept_on_commit import kept_on_commit

pytestmark = pytest.mark.django_db(transaction=True)


def take_in_transaction(let_go, *, fails):
    with transaction.atomic():
        kept_on_commit(let_go)
        if fails:
            raise ValueError("fails")


def test_what_is_committed_is_kept():
    let_go = []
    take_in_transaction(lambda: let_go.append(1), fails=False)
    with pytest.raises(ValueError, match="fails"):
        take_in_transaction(lambda: let_go.append(2), fails=True)
    assert let_go == [2]


def test_a_savepoint_lets_go_by_itself():
    let_go = []
    with transaction.atomic():
        kept_on_commit(lambda: let_go.append("outside"))
        with pytest.raises(ValueError, match="fails"):
            take_in_transaction(lambda: let_go.append("inside"), fails=True)
        assert let_go == ["inside"]
    assert let_go == ["inside"]


def test_what_lies_inside_what_is_rolled_back_is_let_go_with_it():
    let_go = []
    with transaction.atomic():
        take_in_transaction(lambda: let_go.append(1), fails=False)
        transaction.set_rollback(True)
    assert let_go == [1]
