"""Reads go to the replica of a request; transactions, locks and whatever writes to the primary."""

import pytest
from django.db import transaction
from django.db.models import BigIntegerField

from mapper.cameras.models import Camera
from mapper.geometry import Box
from mapper.replicas.asked import asked_replica, reading_from
from mapper.replicas.router import ReplicaRouter
from mapper.spatial.compiled_queries import CompiledQuery, Given
from tests.factories.cameras import make_camera

PLAIN = pytest.mark.django_db(transaction=True)
AROUND = Box(west=-180, south=-90, east=180, north=90)


def test_without_a_request_the_primary_is_asked() -> None:
    assert ReplicaRouter().db_for_read(Camera) == "default"


def test_only_the_primary_is_migrated() -> None:
    assert ReplicaRouter().allow_migrate("default", "cameras")
    assert not ReplicaRouter().allow_migrate("replica_1", "cameras")


def test_whatever_writes_does_so_on_the_primary_and_reads_there_then() -> None:
    with reading_from("replica_1"):
        assert ReplicaRouter().db_for_read(Camera) == "replica_1"
        assert ReplicaRouter().db_for_write(Camera) == "default"
        assert ReplicaRouter().db_for_read(Camera) == "default"


@PLAIN
def test_records_come_from_the_replica_also_by_box_and_by_compiled_query(replica) -> None:
    camera = make_camera()
    one = Given("pk", BigIntegerField())
    compiled = CompiledQuery(lambda: Camera.objects.filter(pk=one))
    assert compiled.rows(pk=camera.pk)[0]._state.db == "default"
    with reading_from(replica):
        assert Camera.objects.get()._state.db == replica
        assert Camera.objects.in_box(AROUND).get()._state.db == replica
        assert compiled.rows(pk=camera.pk)[0]._state.db == replica
    assert compiled.rows(pk=camera.pk)[0]._state.db == "default"


@PLAIN
def test_what_was_read_from_a_replica_is_written_to_the_primary(replica) -> None:
    make_camera()
    with reading_from(replica):
        camera = Camera.objects.get()
        camera.save()
        assert camera._state.db == "default"
        assert asked_replica() is None


@PLAIN
def test_within_a_transaction_the_primary_is_read(replica) -> None:
    make_camera()
    with reading_from(replica):
        with transaction.atomic():
            assert Camera.objects.get()._state.db == "default"
            assert Camera.objects.select_for_update().get()._state.db == "default"
        assert asked_replica() is None


@PLAIN
def test_records_of_both_belong_together(replica) -> None:
    assert ReplicaRouter().allow_relation(make_camera(), make_camera())
