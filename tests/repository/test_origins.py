"""Nothing names a machine, a package registry, or (in what a browser loads) another origin."""

import re
from pathlib import Path

import pytest

from tests.repository import tree

MACHINE_PATH = re.compile(r"(?<![\w.~}*)/-])/(?:root|home|work|Users|mnt)/\w")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|jsdelivr|unpkg\.com|cdnjs")
OUTSIDE = re.compile(r"""(?:https?:)?//(?!www\.w3\.org/)[\w-]+(?:\.[\w-]+)+""")
LOADED_BY_BROWSERS = {".css", ".js", ".mjs", ".svg", ".webmanifest"}
PICTURES = {".png", ".jpg", ".jpeg", ".ico", ".webp", ".woff2", ".pbf", ".gz", ".mvt", ".sqlite3"}
THIS_FILE = Path(__file__)


def texts() -> list[Path]:
    """Every file of ours that holds text, but for this one, which names what it looks for."""
    return [p for p in tree.files() if p.suffix not in PICTURES and p != THIS_FILE]


def without_comments(source: str) -> str:
    """A script or style sheet without its comments, where an address loads nothing."""
    return re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "", source, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("text", ["cd /root/x", '"/home/anna/x"', "=/work/main"])
def test_a_machine_path_is_noticed(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize(
    "text", ['import "https://cdn.example.org/x.js"', "url(//fonts.example.org/f.woff2)"]
)
def test_another_origin_is_noticed(text: str) -> None:
    assert OUTSIDE.search(without_comments(text))


@pytest.mark.parametrize("path", texts(), ids=tree.name_of)
def test_no_file_names_a_machine_or_a_registry(path: Path) -> None:
    text = path.read_text()
    assert not MACHINE_PATH.search(text)
    assert not REGISTRY.search(text)


@pytest.mark.parametrize(
    "path", [p for p in tree.files("mapper") if p.suffix in LOADED_BY_BROWSERS], ids=tree.name_of
)
def test_what_a_browser_loads_names_no_other_origin(path: Path) -> None:
    assert not OUTSIDE.search(without_comments(path.read_text()))
