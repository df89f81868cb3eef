"""Pieces are done one by one inside a transaction, and beside one another elsewhere."""

from threading import Barrier, get_ident

import pytest

from mapper.cameras.models import Operator
from mapper.cameras.services.side_by_side import side_by_side
from mapper.settings import limits

POSTGIS = pytest.mark.postgis


@pytest.mark.django_db
def test_inside_a_transaction_they_are_done_here_in_order():
    assert list(side_by_side(lambda piece: (piece, get_ident()), [1, 2, 3])) == [
        (number, get_ident()) for number in (1, 2, 3)
    ]


@POSTGIS
@pytest.mark.django_db(transaction=True)
def test_two_are_done_at_a_time_each_on_a_connection_of_its_own():
    both = Barrier(2)

    def name(piece):
        both.wait(timeout=20)
        return Operator.objects.create(name=piece).name

    assert set(side_by_side(name, ["one", "two"])) == {"one", "two"}
    assert Operator.objects.count() == 2


@POSTGIS
@pytest.mark.django_db(transaction=True)
def test_what_fails_ends_it():
    def fail(piece):
        raise ValueError("no such piece")

    with pytest.raises(ValueError, match="no such piece"):
        list(side_by_side(fail, range(100)))


@POSTGIS
@pytest.mark.django_db(transaction=True)
def test_no_more_pieces_are_made_than_will_soon_be_needed():
    made, done = [], 0

    def pieces():
        for number in range(30):
            assert number - done <= 3 * limits.BULK_CONNECTIONS
            made.append(number)
            yield number

    for _ in side_by_side(lambda piece: piece, pieces()):
        done += 1
    assert (len(made), done) == (30, 30)
