"""The documentation names every command, setting, address, script and promise, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.repository import tree

COMMANDS = tree.ROOT / "mapper/operations/management/commands"
PROMISES = tree.ROOT / "docs/promises.md"
SETTING = re.compile(r"\b(?:MAPPER_[A-Z_]+[A-Z]|[A-Z]+_LIBRARY_PATH)\b")
OUR_PATH = re.compile(r"`((?:mapper|tests|templates|script|docs|requirements|\.ci)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def commands() -> list[str]:
    """The management commands."""
    return [path.stem for path in COMMANDS.glob("*.py") if path.stem != "__init__"]


def variables() -> list[str]:
    """The environment variables the settings and the scripts read."""
    sources = [*tree.files("mapper/settings", "*.py"), *tree.files("script")]
    return sorted({name for path in sources for name in SETTING.findall(path.read_text())})


def scripts() -> list[str]:
    """What a person runs."""
    return [
        tree.name_of(p) for p in tree.files("script") if p.parent.name == "script" and not p.suffix
    ]


def addresses(resolver: URLResolver | None = None, prefix: str = "/") -> Iterator[str]:
    """Every address the site answers, its parts in braces: `/cameras/{pk}/`."""
    for entry in (resolver or get_resolver()).url_patterns:
        address = prefix + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from addresses(entry, address)
        elif isinstance(entry, URLPattern):
            yield address


def missing_paths(text: str) -> list[str]:
    """The paths of ours that a text names and that do not exist."""
    return [name for name in OUR_PATH.findall(text) if not (tree.ROOT / name).exists()]


def broken_links(path: Path) -> list[str]:
    """The relative links of a page that lead nowhere."""
    return [to for to in LINK.findall(path.read_text()) if not (path.parent / to).exists()]


def test_a_path_that_does_not_exist_is_noticed() -> None:
    assert missing_paths("see `mapper/nowhere.py` and `script/test`") == ["mapper/nowhere.py"]


def test_addresses_are_found_in_nested_tables() -> None:
    found = set(addresses())
    assert "/" in found
    assert any("{" in address for address in found)


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_reference(command: str) -> None:
    assert f"`{command}" in tree.reference() or f"manage.py {command}" in tree.reference()


@pytest.mark.parametrize("script", scripts())
def test_every_script_is_in_the_reference(script: str) -> None:
    assert f"`{script}" in tree.reference()


@pytest.mark.parametrize("variable", variables())
def test_every_setting_is_in_the_reference(variable: str) -> None:
    assert f"`{variable}`" in tree.reference()


@pytest.mark.parametrize("address", sorted(set(addresses())))
def test_every_address_is_in_the_reference(address: str) -> None:
    assert f"`{address}" in tree.reference()


@pytest.mark.parametrize("path", list(tree.files("tests/promises", "test_*.py")), ids=tree.name_of)
def test_every_promise_test_belongs_to_a_promise(path: Path) -> None:
    assert f"`{tree.name_of(path)}`" in PROMISES.read_text()


def test_every_promise_names_its_test() -> None:
    promises = re.findall(r"^\d+\. .*(?:\n(?!\d+\. |\n#).*)*", PROMISES.read_text(), re.MULTILINE)
    assert promises
    assert [text for text in promises if "`tests/" not in text] == []


@pytest.mark.parametrize("path", tree.docs(), ids=tree.name_of)
def test_a_page_names_only_what_exists(path: Path) -> None:
    assert missing_paths(path.read_text()) == []
    assert broken_links(path) == []


@pytest.mark.parametrize("mode", ["tutorial", "how-to", "reference", "explanation", "decisions"])
def test_every_mode_of_the_docs_has_a_page(mode: str) -> None:
    assert list(tree.files(f"docs/{mode}", "*.md"))
