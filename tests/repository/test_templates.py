"""Templates hold no script, no style and no handler of their own: the policy would refuse them."""

import re
from pathlib import Path

import pytest

from tests.repository import tree

FORBIDDEN = {
    "an inline script": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*\btype=.importmap)[^>]*>", re.IGNORECASE
    ),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
    "something marked safe": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
}
LOADS = re.compile(
    r"<(?:script|img|source|iframe|use|image)\b[^>]*\b(?:src|srcset|href)=[\"'](?:https?:)?//"
    r"|<link\b(?![^>]*rel=[\"'](?:canonical|license))[^>]*href=[\"'](?:https?:)?//",
    re.IGNORECASE,
)

BAD = [
    "<script>alert(1)</script>",
    '<script nonce="{{ n }}">let a</script>',
    "<STYLE>a{}</STYLE>",
    '<p class="a" style="color:red">',
    '<button type="button" onclick="go()">',
    '<a href="javascript:go()">',
    "{{ name|safe }}",
]


def templates() -> list[Path]:
    """Every template there is."""
    return list(tree.files("templates"))


def faults(html: str) -> list[str]:
    """What in a template the policy would refuse, in words."""
    return [word for word, pattern in FORBIDDEN.items() if pattern.search(html)]


@pytest.mark.parametrize("html", BAD)
def test_what_the_policy_refuses_is_noticed(html: str) -> None:
    assert faults(html)


def test_a_script_from_a_file_passes() -> None:
    assert not faults('<script type="module" src="{% static "x.js" %}" nonce="{{ n }}"></script>')


def test_loading_from_elsewhere_is_noticed() -> None:
    assert LOADS.search('<img alt="" src="https://elsewhere.example/x.png">')
    assert not LOADS.search('<a href="https://elsewhere.example/">')


@pytest.mark.parametrize("path", templates(), ids=tree.name_of)
def test_a_template_holds_nothing_the_policy_refuses(path: Path) -> None:
    assert not faults(path.read_text())


@pytest.mark.parametrize("path", templates(), ids=tree.name_of)
def test_a_template_loads_nothing_from_elsewhere(path: Path) -> None:
    assert not LOADS.search(path.read_text())
