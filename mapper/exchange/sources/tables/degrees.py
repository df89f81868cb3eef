"""Bringing positions from any coordinate system to WGS 84, longitude first."""

import numpy as np
import shapely
from django.contrib.gis.gdal import (
    AxisOrder,
    CoordTransform,
    GDALException,
    OGRGeometry,
    SpatialReference,
)
from numpy.typing import NDArray

from mapper.exchange.sources.notes import RefusedFileError

WGS84 = "EPSG:4326"
_DEGREES = frozenset({WGS84, "OGC:CRS84"})
_THERE_AND_BACK = 1e-6
"""The share by which a position may differ that went to degrees and back."""

Positions = NDArray[np.float64]


def positions_in_degrees(positions: Positions, crs: str) -> Positions:
    """Rows of longitude and latitude; NaN where a position cannot be placed on the earth.

    Raises `RefusedFileError` where nobody knows the coordinate system.
    """
    degrees = positions
    if crs.upper() not in _DEGREES:
        there, back = _both_ways(crs)
        degrees = _moved(positions, there)
        # PROJ places even nonsense somewhere; what does not lead back was no position.
        again = _moved(degrees, back)
        right = np.abs(again - positions) <= _THERE_AND_BACK * (1 + np.abs(positions))
        degrees = np.where(right.all(axis=1, keepdims=True), degrees, np.nan)
    on_earth = (np.abs(degrees) <= (180, 90)).all(axis=1, keepdims=True)
    return np.where(on_earth, degrees, np.nan)


def shapes_in_degrees(shapes: NDArray[np.object_], crs: str) -> NDArray[np.object_]:
    """Shapes in degrees; None for one of which a corner cannot be placed on the earth."""
    corners, owner = shapely.get_coordinates(shapes, return_index=True)
    degrees = positions_in_degrees(corners, crs)
    lost = np.unique(owner[np.isnan(degrees).any(axis=1)])
    moved: NDArray[np.object_] = shapely.set_coordinates(shapes.copy(), np.nan_to_num(degrees))
    moved[lost] = None
    return moved


def _both_ways(crs: str) -> tuple[CoordTransform, CoordTransform]:
    try:
        theirs = SpatialReference(crs, axis_order=AxisOrder.TRADITIONAL)
        ours = SpatialReference(WGS84, axis_order=AxisOrder.TRADITIONAL)
        return CoordTransform(theirs, ours), CoordTransform(ours, theirs)
    except (GDALException, ValueError) as error:
        raise RefusedFileError(f"“{crs}” is no coordinate system known here.") from error


def _moved(positions: Positions, transform: CoordTransform) -> Positions:
    """Positions by one transformation; NaN for those it cannot do."""
    moved = np.full(positions.shape, np.nan)
    given = np.isfinite(positions).all(axis=1)
    moved[given] = _all_moved(positions[given], transform)
    return moved


def _all_moved(positions: Positions, transform: CoordTransform) -> Positions:
    """Positions that are numbers; GDAL does all of a shape or nothing, so halves are tried."""
    if not len(positions):
        return positions
    try:
        shape = OGRGeometry(memoryview(shapely.MultiPoint(positions).wkb))
        shape.transform(transform)
        return shapely.get_coordinates(shapely.from_wkb(bytes(shape.wkb)))
    except GDALException:
        if len(positions) == 1:
            return np.full(positions.shape, np.nan)
        half = len(positions) // 2
        halves = np.split(positions, [half])
        return np.concatenate([_all_moved(part, transform) for part in halves])
