"""Names the arrays that modules pass on, and lays them out as compiled loops take them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
U8 = NDArray[np.uint8]
U16 = NDArray[np.uint16]
U32 = NDArray[np.uint32]
Flags = NDArray[np.bool_]


def floats(values: ArrayLike) -> F64:
    """Values as compiled functions take them: one memory layout, one compilation."""
    return np.require(values, np.float64, ["C", "W"])


def integers(values: ArrayLike) -> I64:
    """Whole numbers as compiled functions take them."""
    return np.require(values, np.int64, ["C", "W"])
