"""Listening to PostgreSQL's COPY by libpq itself, which takes half of psycopg's time for a row."""

from collections.abc import Iterator
from select import select

from psycopg import Connection
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn, PGresult

from mapper.settings import limits


def copied(line: "Connection[object]", statement: str) -> Iterator[bytearray]:
    """What a `COPY … TO STDOUT` gives, many rows at a time.

    Raises `psycopg.Error` where the database refuses or is cut off. Whoever stops listening
    before the end has to close the connection.
    """
    server = line.pgconn
    _require(server.exec_(statement.encode()), ExecStatus.COPY_OUT)
    part = bytearray()
    while True:
        length, row = server.get_copy_data(1)
        if length < 0:
            break
        if length == 0:
            # Others can work meanwhile, which they could not in libpq's own waiting.
            select([server.socket], [], [])
            server.consume_input()
            continue
        part += row
        if len(part) >= limits.INDEX_READ_BYTES:
            yield part
            part = bytearray()
    _require_end(server)
    yield part


def _require_end(server: PGconn) -> None:
    result = server.get_result()
    while (further := server.get_result()) is not None:
        result = further
    _require(result, ExecStatus.COMMAND_OK)


def _require(result: PGresult | None, status: ExecStatus) -> None:
    if result is not None and result.status != status:
        raise error_from_result(result)
