"""A statement on SQLite that takes too long is given up; PostgreSQL sees to it itself."""

import sqlite3
import time
from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection

from mapper.settings import limits
from mapper.spatial.patience import Patience, watch

pytestmark = pytest.mark.django_db
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A connection whose statements have a tenth of a second."""
    monkeypatch.setattr(limits, "STATEMENT_MAX_S", 0.1)
    before = connection.execute_wrappers
    for _ in range(2):  # as after a connection was lost
        watch(None, connection)
    yield
    connection.execute_wrappers = before
    if isinstance(connection.connection, sqlite3.Connection):
        connection.connection.set_progress_handler(None, 0)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has a setting for it")
def test_a_statement_without_end_is_given_up(watched: None) -> None:
    begun = time.monotonic()
    with connection.cursor() as cursor, pytest.raises(OperationalError):
        cursor.execute(ENDLESS)
    assert time.monotonic() - begun < 5
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_a_connection_is_watched_once_and_only_sqlites(watched: None) -> None:
    watching = [one for one in connection.execute_wrappers if isinstance(one, Patience)]
    assert len(watching) == (connection.vendor == "sqlite")
