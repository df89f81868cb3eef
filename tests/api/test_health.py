"""Health: 200 while database and storage answer, 503 when one does not."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_all_is_well(client: Client, settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"database": True, "storage": True})
    assert "no-store" in answer["Cache-Control"]


def test_a_storage_that_is_gone_is_told(client: Client, settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path / "gone"
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": True, "storage": False})


def test_a_database_that_does_not_answer_is_told(
    client: Client, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise DatabaseError("gone")

    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(connection, "cursor", refuse)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": False, "storage": True})
