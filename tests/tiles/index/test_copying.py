"""Listening to COPY: all of it comes, and what goes wrong on the way is told."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from mapper.settings import limits
from mapper.tiles.index.copying import copied

pytestmark = [pytest.mark.postgis, pytest.mark.django_db]
Line = psycopg.Connection[object]


@pytest.fixture
def line() -> Iterator[Line]:
    """A connection of its own, that may be lost."""
    made = connection.get_new_connection(connection.get_connection_params())
    yield made
    made.close()


def test_all_rows_come_in_few_parts(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    statement = "COPY (SELECT generate_series(1, 5000)) TO STDOUT"
    monkeypatch.setattr(limits, "INDEX_READ_BYTES", 5_000)
    parts = list(copied(line, statement))
    assert 2 < len(parts) < 10
    expected = b"".join(b"%d\n" % number for number in range(1, 5_001))
    assert b"".join(parts) == expected
    # The connection goes on.
    assert b"".join(copied(line, statement)) == expected


@pytest.mark.parametrize(
    ("selected", "error"),
    [
        ("nothing", psycopg.errors.UndefinedColumn),
        ("1 / (4000 - n)", psycopg.errors.DivisionByZero),
        ("n = 9000 AND pg_terminate_backend(pg_backend_pid())", psycopg.DatabaseError),
    ],
)
def test_what_goes_wrong_is_told(line: Line, selected: str, error: type[psycopg.Error]) -> None:
    statement = f"COPY (SELECT n, {selected} FROM generate_series(1, 500000) AS n) TO STDOUT"  # noqa: S608
    with pytest.raises(error):
        list(copied(line, statement))
