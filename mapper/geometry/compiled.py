"""Compiles loops over arrays to machine code, and names the arrays they run over."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba
import numpy as np
from numpy.typing import ArrayLike, NDArray

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
U8 = NDArray[np.uint8]
U16 = NDArray[np.uint16]
U32 = NDArray[np.uint32]
Flags = NDArray[np.bool_]

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


def floats(values: ArrayLike) -> F64:
    """Values as compiled functions take them: one memory layout, one compilation."""
    return np.require(values, np.float64, ["C", "W"])


def integers(values: ArrayLike) -> I64:
    """Whole numbers as compiled functions take them."""
    return np.require(values, np.int64, ["C", "W"])
