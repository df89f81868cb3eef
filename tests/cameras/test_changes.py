"""The log of changes: nothing that is written to a camera is missed, by whatever road."""

from datetime import date

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from mapper.cameras.changes import (
    BehindError,
    Position,
    changes_since,
    forget_changes,
    newest_position,
    noted_as_many,
    require_as_far,
)
from mapper.cameras.models import Camera, Change
from mapper.settings import limits
from mapper.vocabulary import Kind
from tests.factories.cameras import make_camera, make_home_camera

pytestmark = pytest.mark.django_db


def came_to_nothing() -> None:
    """Add a camera in a transaction that is given up."""
    with transaction.atomic():
        make_camera()
        transaction.set_rollback(True)


def test_nothing_changed_since_now() -> None:
    make_camera()
    changes = changes_since(changes_since(Position()).position)
    assert not changes.cameras
    assert not changes.many


def test_what_is_added_changed_and_deleted_is_told_once() -> None:
    here = changes_since(Position()).position
    first, second = make_camera(), make_camera()
    added = changes_since(here)
    assert added.cameras == {first.pk, second.pk}
    Camera.objects.filter(pk=first.pk).update(kind=Kind.DOME)
    changed = changes_since(added.position)
    assert changed.cameras == {first.pk}
    number = second.pk
    second.delete()
    deleted = changes_since(changed.position)
    assert deleted.cameras == {number}
    assert not deleted.cells


def test_statements_without_our_code_are_told_too() -> None:
    camera = make_camera()
    here = changes_since(Position()).position
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cameras_camera SET hidden_on = %s", [date(2026, 10, 1)])
    assert changes_since(here).cameras == {camera.pk}


def test_a_home_tells_the_cell_it_was_in_and_the_one_it_is_in() -> None:
    home = make_home_camera()
    assert changes_since(Position()).cells == {home.home_cell}
    here = changes_since(Position()).position
    Camera.objects.filter(pk=home.pk).update(home_cell=7)
    assert changes_since(here).cells == {home.home_cell, 7}


def test_many_are_told_in_one_row_and_the_rest_one_by_one_again() -> None:
    here = changes_since(Position()).position
    before = Change.objects.count()
    with noted_as_many():
        make_camera()
    assert Change.objects.count() == before + 1
    changes = changes_since(here)
    assert changes.many
    assert not changes.cameras


@pytest.mark.django_db(transaction=True)
def test_after_many_were_written_each_is_told_again() -> None:
    with noted_as_many():
        make_camera()
    here = newest_position()
    camera = make_camera()
    assert changes_since(here).cameras == {camera.pk}


def test_what_is_forgotten_is_told_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHANGES_KEPT", 2)
    cameras = [make_camera() for _ in range(5)]
    if connection.vendor == "postgresql":  # as if each had been written by itself
        for number, change in enumerate(Change.objects.order_by("pk")):
            Change.objects.filter(pk=change.pk).update(txid=number)
    first = Change.objects.earliest("pk")
    position = Position(5) if connection.vendor == "postgresql" else newest_position()
    forget_changes(position)
    kept = Change.objects.order_by("pk")
    assert next(iter(kept)).camera is None
    assert len(kept) < len(cameras)
    late = changes_since(Position(first.txid if connection.vendor == "postgresql" else first.pk))
    assert late.many
    assert cameras[-1].pk in late.cameras


def test_forgetting_nothing_changes_nothing_and_waits_for_nobody_who_writes(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_camera()
    here = newest_position()
    with django_assert_num_queries(1):  # and no transaction around it
        forget_changes(here)
    assert Change.objects.count() == 1


@pytest.mark.postgis
@pytest.mark.django_db(transaction=True)
def test_who_commits_later_is_told_though_its_number_is_lower() -> None:
    camera, other = make_camera(), make_camera()
    here = changes_since(newest_position()).position
    late = connection.copy()
    try:
        late.set_autocommit(False)
        with late.cursor() as cursor:
            cursor.execute("UPDATE cameras_camera SET height_m = 3 WHERE id = %s", [camera.pk])
        Camera.objects.filter(pk=other.pk).update(height_m=4)
        first = changes_since(here)
        assert first.cameras == {other.pk}
        late.commit()
    finally:
        late.close()
    second = changes_since(first.position)
    assert second.cameras == {camera.pk}
    assert not changes_since(second.position).cameras


@pytest.mark.postgis
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("begins", ["at the end of the log", "with its first row"])
def test_no_position_lies_beyond_the_last_change_that_is_on_the_disk(begins: str) -> None:
    make_camera()
    last = Change.objects.latest("txid").txid
    for _ in range(3):
        # Numbers that only a transaction that came to nothing had are given again after a crash.
        came_to_nothing()
    here = newest_position() if "end" in begins else changes_since(Position()).position
    # Lower where anybody else in the cluster is at work.
    assert here.mark <= last + 1
    Change.objects.create(camera=1, txid=last + 1)  # what such a number would note
    assert changes_since(here).cameras == {1}


@pytest.mark.django_db(transaction=True)
def test_an_empty_log_is_read_from_its_beginning() -> None:
    Change.objects.all().delete()
    here = newest_position()
    assert here == Position()
    assert changes_since(here).position == here


@pytest.mark.postgis
def test_a_standby_must_hold_every_change_that_was_read() -> None:
    make_camera()
    here = changes_since(Position()).position
    require_as_far(here, "default")
    with pytest.raises(BehindError):
        require_as_far(Position(here.mark + 10**9), "default")
    with pytest.raises(BehindError):
        require_as_far(Position(here.mark, here.seen | {10**9}), "default")
