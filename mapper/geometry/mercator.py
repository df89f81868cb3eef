"""Web Mercator (EPSG:3857) as fractions of the world's square: 0,0 is its north-west corner."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

MAX_LATITUDE = 85.0511287798066
"""Where the square ends: arctan(sinh(pi)) in degrees."""


def world_of(lon: ArrayLike, lat: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Turn degrees into fractions of the square, x eastwards and y southwards.

    Takes single numbers or arrays of one shape and gives arrays of that shape. Latitudes beyond
    the square are moved to its edge.
    """
    x = np.asarray(lon, dtype=np.float64) / 360.0 + 0.5
    sine = np.sin(np.radians(np.clip(lat, -MAX_LATITUDE, MAX_LATITUDE)))
    y = 0.5 - np.log((1.0 + sine) / (1.0 - sine)) / (4.0 * np.pi)
    return x, np.clip(y, 0.0, 1.0)


def lonlat_of(x: ArrayLike, y: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Turn fractions of the square back into longitude and latitude in degrees."""
    lon = (np.asarray(x, dtype=np.float64) - 0.5) * 360.0
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1.0 - 2.0 * np.asarray(y, dtype=np.float64)))))
    return lon, lat
