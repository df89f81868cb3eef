"""Which standbys may be read from: those that answer and are near enough to the primary."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connections

from mapper.replicas import standbys
from mapper.replicas.standbys import Standbys, databases_to_ask, replica_aliases
from mapper.settings import limits


class Database:
    """A database that says how far its log goes, if it answers."""

    def __init__(self, position: int | None) -> None:
        self.position = position
        self.answers = True
        self.asked = 0

    @contextmanager
    def cursor(self) -> Iterator["Database"]:
        """Itself, if it answers."""
        self.asked += 1
        if not self.answers:
            raise OperationalError("gone")
        yield self

    def execute(self, statement: str) -> None:
        """Ask."""

    def fetchone(self) -> tuple[int | None]:
        """Its answer."""
        return (self.position,)

    def close(self) -> None:
        """Fail, as on a line that broke."""
        raise OperationalError("gone already")


class Three:
    """A primary with two standbys, and a clock."""

    def __init__(self) -> None:
        self.now = 100.0
        self.primary, self.one, self.two = Database(1_000), Database(1_000), Database(1_000)
        self.known = Standbys(["one", "two"])

    def fresh_after(self, seconds: float) -> tuple[str, ...]:
        """Which are read from, so much later."""
        self.now += seconds
        return self.known.fresh()


@pytest.fixture
def three(monkeypatch) -> Three:
    all_three = Three()
    named = {"default": all_three.primary, "one": all_three.one, "two": all_three.two}
    monkeypatch.setattr("mapper.replicas.standbys.connections", named)
    monkeypatch.setattr("mapper.replicas.standbys.monotonic", lambda: all_three.now)
    return all_three


def test_they_are_asked_in_turn(three) -> None:
    assert {three.known.in_turn() for _ in range(4)} == {"one", "two"}


def test_they_are_looked_at_now_and_then(three) -> None:
    for _ in range(9):
        three.known.fresh()
    assert (three.primary.asked, three.one.asked) == (1, 1)
    three.fresh_after(limits.REPLICA_CHECK_S)
    assert (three.primary.asked, three.one.asked) == (2, 2)


def test_while_one_thread_looks_the_others_go_by_what_is_known(three) -> None:
    with three.known._lock:
        assert three.known.in_turn() is None
    assert three.known.in_turn() is not None


def test_one_that_is_a_moment_behind_is_read_from(three) -> None:
    three.known.fresh()
    three.primary.position = 1_500
    assert three.fresh_after(limits.REPLICA_CHECK_S) == ("one", "two")


def test_one_that_stays_behind_is_not_until_it_has_caught_up(three) -> None:
    three.known.fresh()
    three.primary.position = three.two.position = 1_500
    assert three.fresh_after(limits.REPLICA_CHECK_S) == ("one", "two")
    assert three.fresh_after(limits.REPLICA_LAG_MAX_S) == ("two",)
    three.one.position = 1_500
    assert three.fresh_after(limits.REPLICA_CHECK_S) == ("one", "two")


def test_one_that_was_promoted_is_no_standby(three) -> None:
    three.one.position = None
    assert three.known.fresh() == ("two",)


def test_a_dead_one_is_left_alone_and_tried_again(three) -> None:
    three.one.answers = False
    assert three.known.fresh() == ("two",)
    three.fresh_after(limits.REPLICA_CHECK_S)
    assert three.one.asked == 1
    three.one.answers = True
    assert three.fresh_after(limits.REPLICA_LEFT_ALONE_S) == ("one", "two")


def test_one_that_broke_in_an_answer_is_out_at_once(three) -> None:
    three.known.fresh()
    three.known.leave_alone("one")
    assert three.known.fresh() == ("two",)


def test_while_the_primary_is_silent_reading_goes_on_with_whoever_knew_all(three) -> None:
    three.primary.position = three.two.position = 1_500
    assert three.known.fresh() == ("two",)
    three.primary.answers = False
    assert three.fresh_after(limits.REPLICA_LEFT_ALONE_S) == ("two",)
    assert three.known.is_left_alone("default")
    # It is tried again sooner than a standby: it may write again.
    three.primary.answers = True
    assert three.fresh_after(limits.PRIMARY_RETRY_S) == ("two",)
    assert not three.known.is_left_alone("default")
    assert three.primary.asked == 3


def test_what_the_primary_wrote_last_is_needed_of_whoever_stands_for_it(three) -> None:
    three.known.fresh()
    three.primary.position = three.two.position = 1_500
    assert three.fresh_after(limits.REPLICA_CHECK_S) == ("one", "two")
    three.primary.answers = False
    assert three.fresh_after(limits.REPLICA_LAG_MAX_S) == ("two",)


def test_a_site_that_starts_without_its_primary_reads_from_standbys(three) -> None:
    three.primary.answers = False
    assert three.known.fresh() == ("one", "two")


def test_without_the_primary_the_standby_that_got_furthest_is_read_from(three) -> None:
    three.primary.answers = False
    three.two.position = 1_500
    assert three.known.fresh() == ("two",)


def test_without_replicas_there_are_no_aliases() -> None:
    assert set(replica_aliases()) == set(connections) - {"default"}


def test_without_replicas_the_database_is_asked_also_when_it_was_away(monkeypatch) -> None:
    monkeypatch.setattr(standbys, "replica_aliases", list)
    standbys.standbys().leave_alone("default")
    assert list(databases_to_ask()) == ["default"]


def test_what_changed_is_asked_of_the_primary_and_then_of_whoever_is_near_to_it(
    three, monkeypatch
) -> None:
    monkeypatch.setattr(standbys, "replica_aliases", lambda: ["one", "two"])
    monkeypatch.setattr(standbys, "standbys", lambda: three.known)
    assert list(databases_to_ask()) == ["default", "one", "two"]
    three.known.leave_alone("default")
    three.known.leave_alone("one")
    assert list(databases_to_ask()) == ["two"]


def test_a_writer_stays_on_the_primary_for_longer_than_any_replica_is_behind() -> None:
    behind = limits.REPLICA_LAG_MAX_S + limits.REPLICA_CHECK_S
    waited = 2 * limits.DATABASE_CONNECT_S
    assert behind + waited < limits.WRITER_ON_PRIMARY_S
