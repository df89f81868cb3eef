"""The tests mirror `mapper/` file for file, in both directions."""

import ast
from pathlib import Path

import pytest

from tests.repository import tree

# What needs no test file of its own, and why.
REASONS = {
    "apps.py": "names its app and does nothing",
    "urls.py": "a table of addresses: tests/attacks asks every one of them",
    "schemas.py": "shapes of answers: tested where something is answered in them",
    "models.py": "fields and constraints: tested where a service or a queryset uses them",
}
# Packages that are tested as one, and by which file. The demo town: one seed, one town.
WHOLES = {"exchange/sources/demo_town": "tests/exchange/sources/demo_town/test_town.py"}
# Folders of tests that follow a subject across the rooms, and so mirror no folder.
ACROSS = {"attacks", "browser", "factories", "faults", "promises", "repository", "script"}


def does_something(source: str) -> bool:
    """Whether a module defines a function or a class, and does not merely name things."""
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for node in ast.parse(source).body
    )


def mirror_of(module: Path) -> Path:
    """Where a module's tests stand; those of a package's `__init__` bear the package's name."""
    inside = module.relative_to(tree.ROOT / "mapper")
    if inside.name == "__init__.py":
        inside = inside.parent.with_suffix(".py")
    return tree.ROOT / "tests" / inside.parent / f"test_{inside.name}"


def mirrors_of_the_whole(module: Path) -> list[Path]:
    """The files that may test a package inside an app as one, where its parts mean little alone."""
    above = module.relative_to(tree.ROOT / "mapper").parents
    packages = [package for package in above if len(package.parts) > 1]
    named = [WHOLES[p.as_posix()] for p in packages if p.as_posix() in WHOLES]
    beside = [f"tests/{p.parent.as_posix()}/test_{p.name}.py" for p in packages]
    return [tree.ROOT / name for name in named + beside]


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("mapper/places/rules.py", "tests/places/test_rules.py"),
        ("mapper/vocabulary/osm/__init__.py", "tests/vocabulary/test_osm.py"),
    ],
)
def test_a_module_knows_its_test_file(module: str, tests: str) -> None:
    assert mirror_of(tree.ROOT / module) == tree.ROOT / tests


def test_a_package_may_be_tested_as_one_but_an_app_may_not() -> None:
    module = tree.ROOT / "mapper/pages/camera/aspects.py"
    assert mirrors_of_the_whole(module) == [tree.ROOT / "tests/pages/test_camera.py"]
    assert mirrors_of_the_whole(tree.ROOT / "mapper/pages/map.py") == []


def test_a_module_that_only_names_things_needs_no_tests() -> None:
    assert not does_something('"""Words."""\nfrom a import b\nC = 3')
    assert does_something('"""Words."""\ndef f(): ...')


@pytest.mark.parametrize("module", tree.modules(), ids=tree.name_of)
def test_every_module_has_its_test_file(module: Path) -> None:
    if module.name not in REASONS and does_something(module.read_text()):
        expected = [mirror_of(module), *mirrors_of_the_whole(module)]
        assert any(path.exists() for path in expected), f"{tree.name_of(expected[0])} is missing"


def mirroring_tests() -> list[Path]:
    """The test files that stand in a folder mirroring one of `mapper/`."""
    return [
        path
        for path in tree.files("tests", "test_*.py")
        if path.relative_to(tree.ROOT / "tests").parts[0] not in ACROSS
    ]


@pytest.mark.parametrize("path", mirroring_tests(), ids=tree.name_of)
def test_every_test_file_has_its_module(path: Path) -> None:
    inside = path.relative_to(tree.ROOT / "tests")
    module = tree.ROOT / "mapper" / inside.parent / path.name.removeprefix("test_")
    assert module.exists() or module.with_suffix("").is_dir()
