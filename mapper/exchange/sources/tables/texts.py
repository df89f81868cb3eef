"""What the values of a file say, as texts."""

import math

import numpy as np


def text_of(value: object) -> str:
    """A value as people write it: nothing as an empty text, whole numbers without decimals."""
    if value is None or (isinstance(value, bytes | float) and _is_nothing(value)):
        return ""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    if isinstance(value, np.datetime64):
        return "" if np.isnat(value) else str(value)
    return str(value).strip()


def _is_nothing(value: bytes | float) -> bool:
    """Whether a number is none, or bytes are no text."""
    return isinstance(value, bytes) or math.isnan(value)
