"""Replicas are refused, in words, where there can be none."""

import pytest
from django.core.checks import CheckMessage

from mapper.replicas.checks import replicas_are_possible

POSTGIS = {"default": {"ENGINE": "django.contrib.gis.db.backends.postgis"}}
SPATIALITE = {"default": {"ENGINE": "django.contrib.gis.db.backends.spatialite"}}
SECRET = "postgres://user:hush@one.example/mapper"


def told(monkeypatch: pytest.MonkeyPatch, databases: object, *urls: str) -> list[CheckMessage]:
    monkeypatch.setattr("django.conf.settings.DATABASES", databases)
    monkeypatch.setattr("django.conf.settings.REPLICA_URLS", list(urls))
    return replicas_are_possible()


def test_without_replicas_nothing_is_said(monkeypatch) -> None:
    assert told(monkeypatch, SPATIALITE) == []


def test_replicas_of_postgis_are_welcome(monkeypatch) -> None:
    assert told(monkeypatch, POSTGIS, "postgis://one.example/mapper") == []


def test_the_embedded_database_has_none(monkeypatch) -> None:
    (said,) = told(monkeypatch, SPATIALITE, "postgis://one.example/mapper")
    assert said.id == "replicas.E001"


def test_another_kind_of_address_is_told_by_its_number_alone(monkeypatch) -> None:
    (said,) = told(monkeypatch, POSTGIS, "postgis://one.example/mapper", SECRET)
    assert said.id == "replicas.E002"
    assert "Number 2" in said.msg
    assert "hush" not in said.msg
