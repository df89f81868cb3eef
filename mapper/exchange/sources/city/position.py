"""Where on earth the city lies: metres east and north of its middle turned into degrees."""

import numpy as np

from mapper.geometry.arrays import F64
from mapper.geometry.planes import Plane

MIDDLE_LON, MIDDLE_LAT = -42.0, 29.56
"""As far north as Chongqing, in the open Atlantic: no land, so nothing real is covered."""

DECIMALS = 7
"""To about 1 cm, as OpenStreetMap has it; so the same sums on two machines give the same city."""

_PLANE = Plane(MIDDLE_LON, MIDDLE_LAT)


def on_earth(metres: F64) -> F64:
    """Rows of metres east and north of the middle, as longitude and latitude in degrees."""
    return np.round(_PLANE.unfold(metres * np.array([1.0, -1.0])), DECIMALS)
