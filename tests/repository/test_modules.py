"""Every module says what lives in it, and is named after something of the field."""

import ast
import re
from pathlib import Path

import pytest

from tests.repository import tree

# Such a name says nothing about what lives there, and so everything ends up there.
EMPTY_WORDS = re.compile(
    r"(?:^|_)(?:utils?|helpers?|common|misc|managers?|data|info|handlers?|process(?:es|ing)?)(?:_|$)"
)


def first_sentence(source: str) -> str:
    """The first paragraph of a module's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse(source)) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def is_a_sentence(text: str) -> bool:
    """Whether it reads as one: several words and a full stop."""
    return text.endswith(".") and text.count(" ") > 1


@pytest.mark.parametrize("source", ["", "x = 1", '"""Tiles"""', '"""Tiles of the map"""'])
def test_what_is_no_sentence_is_noticed(source: str) -> None:
    assert not is_a_sentence(first_sentence(source))


@pytest.mark.parametrize("name", ["utils", "map_helpers", "common", "camera_data", "data_reader"])
def test_an_empty_word_is_noticed(name: str) -> None:
    assert EMPTY_WORDS.search(name)


@pytest.mark.parametrize("name", ["database", "commons_licence", "information", "cameras"])
def test_a_word_of_the_field_passes(name: str) -> None:
    assert not EMPTY_WORDS.search(name)


def python_files() -> list[Path]:
    """Every module of ours, tests and scripts included."""
    return [*tree.modules(), *tree.files("tests", "*.py"), *tree.files("script", "*.py")]


@pytest.mark.parametrize("path", python_files(), ids=tree.name_of)
def test_a_module_says_in_its_first_sentence_what_lives_there(path: Path) -> None:
    assert is_a_sentence(first_sentence(path.read_text()))


@pytest.mark.parametrize("path", python_files(), ids=tree.name_of)
def test_a_name_says_what_lives_there(path: Path) -> None:
    parts = Path(tree.name_of(path)).with_suffix("").parts
    assert not [part for part in parts if EMPTY_WORDS.search(part)]


@pytest.mark.parametrize("path", tree.modules(), ids=tree.name_of)
def test_no_signals_and_no_work_inside_save(path: Path) -> None:
    source = path.read_text()
    assert "django.db.models.signals" not in source
    assert "def save(" not in source
