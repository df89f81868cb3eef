"""What cameras see: the records that are handed over."""

import numpy as np

from mapper.geometry.views import Eyes, Views


def test_eyes_and_views_hold_a_row_for_each_sector() -> None:
    eyes = Eyes(*(np.zeros(2) for _ in range(7)))
    views = Views(np.zeros((0, 2)), np.zeros(3, dtype=np.int64), np.zeros(2), np.zeros(2))
    assert len(eyes.bearing) == len(views.area_m2) == len(views.starts) - 1
