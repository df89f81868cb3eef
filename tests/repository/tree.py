"""The files of this checkout, as the tests of the tree itself read them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "node_modules", "var", "__pycache__"}
CACHES = {".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache"}


def files(folder: str = ".", pattern: str = "*") -> Iterator[Path]:
    """Our own files under `folder` whose name matches `pattern`."""
    for path in sorted((ROOT / folder).rglob(pattern)):
        inside = set(path.relative_to(ROOT).parts)
        measured = path.name.startswith(".coverage")
        if path.is_file() and not measured and not inside & (NOT_OURS | CACHES):
            yield path


def name_of(path: Path) -> str:
    """A file's path as people write it: from the top of the checkout."""
    return path.relative_to(ROOT).as_posix()


def modules() -> list[Path]:
    """Every module of `mapper/` written by hand (migrations are written by Django)."""
    return [path for path in files("mapper", "*.py") if "migrations" not in path.parts]


def docs() -> list[Path]:
    """Every page of the documentation, the README among them."""
    return [ROOT / "README.md", *files("docs", "*.md")]


def reference() -> str:
    """All of `docs/reference/` as one text."""
    return "\n".join(path.read_text() for path in files("docs/reference", "*.md"))
