"""Every number that is policy stands in one file, each under the comment that gives its reason."""

import re

from mapper.settings import limits
from tests.repository import tree

LIMITS = tree.ROOT / "mapper/settings/limits.py"
NUMBER = re.compile(r"^([A-Z][A-Z0-9_]+)(?::[^=]+)?\s*=")


def without_reason(source: str) -> list[str]:
    """The numbers with no comment above; numbers that follow one another share theirs."""
    lines = source.splitlines()
    return [
        found[1]
        for above, line in zip(["", *lines], lines, strict=False)
        if (found := NUMBER.match(line)) and not (is_reason(above) or NUMBER.match(above))
    ]


def is_reason(line: str) -> bool:
    """Whether a line is a comment in words, and no mere heading."""
    return line.startswith("# ") and not line.startswith("# ---")


def test_a_number_without_a_reason_is_noticed() -> None:
    source = "# --- tiles ---\nBARE = 3\n\nNEXT: int = 4\n# Because.\nGOOD = 2\nBETTER = 3\n"
    assert without_reason(source) == ["BARE", "NEXT"]


def test_every_limit_has_its_reason() -> None:
    assert without_reason(LIMITS.read_text()) == []


def test_every_limit_is_used() -> None:
    names = [name for name in vars(limits) if name.isupper()]
    code = "\n".join(p.read_text() for p in tree.modules() if p != LIMITS)
    assert [name for name in names if f"limits.{name}" not in code] == []
