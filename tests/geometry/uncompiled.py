"""Runs compiled functions as the Python they are written in, so that their lines are counted."""

from types import ModuleType

import pytest
from numba.core.registry import CPUDispatcher


def uncompile(patch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
    """Put back the Python functions wherever these modules name compiled ones."""
    for module in modules:
        for name, value in list(vars(module).items()):
            if isinstance(value, CPUDispatcher):
                patch.setattr(module, name, value.py_func)
