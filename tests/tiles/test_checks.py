"""`manage.py check` says when the world's outlines are missing."""

from pathlib import Path

from django.core.checks import run_checks
from pytest_django import Settings


def told() -> list[str | None]:
    return [message.id for message in run_checks() if message.id == "tiles.W001"]


def test_with_the_world_nothing_is_said() -> None:
    assert told() == []


def test_without_the_world_there_is_a_warning(settings: Settings, tmp_path: Path) -> None:
    settings.NODE_MODULES = tmp_path
    assert told() == ["tiles.W001"]
