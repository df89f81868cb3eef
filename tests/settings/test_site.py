"""The key that signs forms: the operator's, or one made once and kept to ourselves."""

import logging
from pathlib import Path

import pytest

from mapper.settings import site


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for state that does not exist yet."""
    monkeypatch.delenv("MAPPER_SECRET_KEY", raising=False)
    monkeypatch.setattr(site, "VAR_DIR", tmp_path / "var")
    return tmp_path / "var"


def test_a_key_is_made_once_and_kept(var: Path) -> None:
    key = site.secret_key()
    assert len(key) >= 50
    assert site.secret_key() == key


def test_the_key_is_readable_by_us_alone(var: Path) -> None:
    site.secret_key()
    assert (var / "secret-key").stat().st_mode & 0o077 == 0


def test_the_operators_key_is_taken_and_nothing_is_written(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPER_SECRET_KEY", "a key of the operator's own")
    assert site.secret_key() == "a key of the operator's own"
    assert not var.exists()


def test_what_was_asked_in_vain_is_not_logged() -> None:
    assert not logging.getLogger("django.request").isEnabledFor(logging.WARNING)
