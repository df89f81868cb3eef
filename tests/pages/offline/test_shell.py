"""The shell holds whatever its pages load, and its version is that of its content."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.test import Client
from django.urls import reverse

from mapper.pages.offline.shell import PAGES, WORKER_FILES, shell

LOADED = re.compile(r'(?:src|href)="(/static/[^"]+)"|"(/static/[^"]+\.js)"')


@pytest.fixture(autouse=True)
def _fresh_shell() -> Iterator[None]:
    """Let each test see the shell made anew."""
    shell.cache_clear()
    yield
    shell.cache_clear()


def test_every_file_exists_and_is_named_once() -> None:
    names = [unquote(address).removeprefix("/static/") for address in shell().files]
    assert len(set(names)) == len(names)
    assert [name for name in names if not finders.find(name)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_whatever_a_page_of_the_shell_loads_is_in_the_shell(client: Client, name: str) -> None:
    text = client.get(reverse(name)).text
    loaded = {attribute or mapped for attribute, mapped in LOADED.findall(text)}
    assert loaded
    assert loaded <= set(shell().files)


def test_the_page_for_no_connection_is_one_of_the_pages() -> None:
    assert shell().fallback in shell().pages


def test_the_worker_is_not_kept_by_itself() -> None:
    assert not {f"/static/{name}" for name in WORKER_FILES} & set(shell().files)


@pytest.mark.parametrize("changed", ["mapper/js/theme.js", "mapper/js/worker/keeping.js"])
def test_a_changed_file_makes_another_version(
    monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    before = shell().version

    def hashed(self: StaticFilesStorage, name: str) -> str:
        return f"{settings.STATIC_URL}{name}{'?new' if name == changed else ''}"

    monkeypatch.setattr(StaticFilesStorage, "url", hashed)
    shell.cache_clear()
    assert shell().version != before
