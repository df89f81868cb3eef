"""One import at a time."""

import time

import pytest
from django.db import connection

from mapper.cameras.services import alone
from mapper.cameras.services.alone import claim_imports

pytestmark = pytest.mark.django_db


def test_who_is_alone_may_go_on() -> None:
    assert claim_imports()
    assert claim_imports()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one after the other write")
def test_others_are_told_no_until_the_first_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = connection.copy(), connection.copy()
    with connection.cursor() as cursor:
        # Of an earlier test in this process.
        cursor.execute("SELECT pg_advisory_unlock_all()")
    try:
        monkeypatch.setattr(alone, "connection", first)
        assert claim_imports()
        monkeypatch.setattr(alone, "connection", second)
        assert not claim_imports()
        first.close()
        deadline = time.monotonic() + 10
        while not claim_imports():
            # PostgreSQL hears of the end a moment later.
            assert time.monotonic() < deadline
            time.sleep(0.01)
    finally:
        first.close()
        second.close()
