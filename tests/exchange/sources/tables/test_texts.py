"""Values are written as people write them."""

import numpy as np
import pytest

from mapper.exchange.sources.tables.texts import text_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (np.float64("nan"), ""),
        (b"\x00", ""),
        (12.0, "12"),
        (np.float32(0.5), "0.5"),
        (np.int64(7), "7"),
        (1.25, "1.25"),
        (float("inf"), "inf"),
        (np.datetime64("2026-01-31"), "2026-01-31"),
        (np.datetime64("NaT"), ""),
        (" Gate ", "Gate"),
        (True, "True"),
    ],
)
def test_a_value_is_a_text(value, text):
    assert text_of(value) == text
