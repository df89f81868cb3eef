"""Sums on the ground and on the map: bearings, boxes, tiles, cells, distances, sectors."""

from mapper.geometry.boxes import Box
from mapper.geometry.distances import box_around, metres_between
from mapper.geometry.sectors import Ring, sector
from mapper.geometry.tiles import TILE_EXTENT, lonlat_to_tile_pixels, tile_box

__all__ = [
    "TILE_EXTENT",
    "Box",
    "Ring",
    "box_around",
    "lonlat_to_tile_pixels",
    "metres_between",
    "sector",
    "tile_box",
]
