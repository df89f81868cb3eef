"""Compiles loops over arrays to machine code."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def compiled(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """Compile a function at its first call; the machine code is kept beside its module.

    What is kept goes by the date of the module alone. So a compiled function calls compiled ones
    of its own module only, and takes from elsewhere nothing but constants that never change.
    """
    # As arrays divide: by zero is infinite and no exception, for which every division would ask.
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        return cast("Callable[_Parameters, _Result]", numba.njit(cache=True, **options)(function))
    except RuntimeError:
        # Nowhere to keep it, as in a folder nobody may write to: compiled anew by each process.
        return cast("Callable[_Parameters, _Result]", numba.njit(**options)(function))
