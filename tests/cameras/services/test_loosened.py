"""Indexes and references come back as they were, whoever was ended before."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, connection, transaction

from mapper.cameras.models import Loosened
from mapper.cameras.services.loosened import TABLES, loosen, tighten
from tests.factories.cameras import make_camera, make_record

POSTGIS = pytest.mark.postgis


def taken(done, total):
    """Nobody listens."""


def structure():
    """Every index and constraint of the tables, and whether it is believed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef FROM pg_indexes WHERE tablename = ANY(%s) ORDER BY 1", [list(TABLES)]
        )
        indexes = cursor.fetchall()
        cursor.execute(
            "SELECT conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid = ANY(%s::regclass[]) ORDER BY 1",
            [list(TABLES)],
        )
        return indexes, cursor.fetchall()


@pytest.mark.django_db
def test_inside_a_transaction_or_on_spatialite_nothing_is_taken_off():
    loosen()
    tighten(taken)
    assert not Loosened.objects.exists()


@POSTGIS
@pytest.mark.django_db(transaction=True)
def test_everything_but_what_is_referred_to_or_holds_few_is_off_and_comes_back():
    before, told = structure(), []
    loosen()
    kept = [row[0] for row in structure()[0]]
    assert len(kept) == 3
    for name in ("cameras_camera_pkey", "(hidden_on IS NOT NULL)", "(home_cell IS NOT NULL)"):
        assert any(name in one for one in kept)
    make_record(make_camera())
    tighten(lambda done, total: told.append((done, total)))
    assert structure() == before
    assert told[-1][0] == told[-1][1] == len(told)
    assert not Loosened.objects.exists()


@POSTGIS
@pytest.mark.django_db(transaction=True)
def test_who_was_ended_in_the_middle_left_what_the_next_brings_back():
    before = structure()
    loosen()

    def ended(done, total):
        raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        tighten(ended)
    assert structure() != before
    loosen()
    tighten(taken)
    assert structure() == before


@POSTGIS
@pytest.mark.django_db(transaction=True)
def test_what_two_wrote_twice_meanwhile_is_told():
    record = make_record(make_camera())
    loosen()
    again = make_record(make_camera(), "another")
    type(again).objects.filter(pk=again.pk).update(
        external_id=record.external_id, source=record.source
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        tighten(taken)
    again.delete()
    tighten(taken)
    assert not Loosened.objects.exists()
