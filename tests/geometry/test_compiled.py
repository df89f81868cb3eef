"""Loops compiled to machine code, and what they may call."""

import ast
from types import ModuleType

import numpy as np
import pytest

from mapper.geometry.arrays import floats
from mapper.geometry.compiled import compiled
from tests.geometry.uncompiled import uncompile
from tests.repository import tree


@compiled
def doubled(values: np.ndarray) -> float:
    """Twice the sum."""
    total = 0.0
    for value in values:
        total += 2 * value
    return total


def compiled_names(source: str) -> set[str]:
    """The functions of a module that are compiled."""
    return {
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(d, ast.Name) and d.id == "compiled" for d in node.decorator_list)
    }


def borrowed(source: str, elsewhere: set[str]) -> set[str]:
    """The functions compiled elsewhere that the compiled ones of a module call."""
    return {
        call.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.name in compiled_names(source)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in elsewhere - compiled_names(source)
    }


def test_it_computes_what_the_function_says() -> None:
    assert doubled(floats([1, 2, 3])) == 12.0


def test_without_a_place_to_keep_it_it_is_compiled_all_the_same() -> None:
    module = ModuleType("nowhere")
    exec("def half(x): return x / 2", vars(module))  # noqa: S102 - a function without a file
    assert compiled(module.half)(3.0) == 1.5


def test_a_test_may_run_it_uncompiled(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("module")
    vars(module)["doubled"] = doubled
    uncompile(monkeypatch, module)
    assert vars(module)["doubled"] is not doubled
    assert vars(module)["doubled"]([1, 2]) == 6.0


def test_a_call_of_what_another_module_compiled_is_noticed() -> None:
    source = "@compiled\ndef f(x): return g(x) + h(x)\n@compiled\ndef h(x): return x"
    assert borrowed(source, {"g", "h"}) == {"g"}


def test_compiled_functions_call_those_of_their_own_module_only() -> None:
    sources = [path.read_text() for path in tree.files("mapper", "*.py")]
    everywhere = {name for source in sources for name in compiled_names(source)}
    assert not [source for source in sources if borrowed(source, everywhere)]
