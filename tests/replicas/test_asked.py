"""A replica is read from by one request at a time, and only until somebody writes."""

from mapper.replicas.asked import asked_replica, read_from_primary, reading_from


def test_without_a_request_the_primary_is_read() -> None:
    assert asked_replica() is None


def test_a_replica_is_read_until_the_answer_is_there() -> None:
    with reading_from("replica_1"):
        assert asked_replica() == "replica_1"
    assert asked_replica() is None


def test_after_a_write_the_primary_is_read_and_the_next_request_begins_anew() -> None:
    with reading_from("replica_1"):
        read_from_primary()
        assert asked_replica() is None
    with reading_from("replica_2"):
        assert asked_replica() == "replica_2"
