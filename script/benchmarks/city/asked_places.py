"""Which tiles and boxes are asked for: the same in every run, and most where most cameras are."""

from collections.abc import Iterator, Set

import numpy as np

from mapper.geometry.mercator import world_of
from mapper.settings import limits
from script.benchmarks.city.filled_city import City

Tile = dict[str, int]

ADDRESSES = 1_000
MIXED_ZOOMS = range(4, 18)
STREET_ZOOMS = range(15, 18)
_DRAWN_FOR_EACH = 20
# The rim around a tile brings a few more than are in it.
SINGLE_AT_MOST = 0.8 * limits.CAMERAS_PER_TILE
# Some 240 m by 170 m around a camera: a street on the screen of a telephone.
_STREET_HALF_DEG = (0.00125, 0.00075)
# Every camera is as likely as any other, so a place is drawn the more often the more stand there.
_DRAWN = """
    SELECT ST_X(location), ST_Y(location) FROM flat.camera
    ORDER BY flat.dice(id, 100) LIMIT %s
"""


def drawn_places(city: City, count: int) -> list[tuple[float, float]]:
    """Longitudes and latitudes of cameras drawn by lot."""
    with city.connected() as line:
        return [(lon, lat) for lon, lat in line.execute(_DRAWN, [count]).fetchall()]


def mixed_tiles(city: City, count: int = ADDRESSES) -> list[Tile]:
    """So many tiles of all zooms, as when somebody zooms in and looks around."""
    return _tiles(city, MIXED_ZOOMS, count, set())


def street_tiles(city: City, count: int = ADDRESSES) -> list[Tile]:
    """So many tiles of streets in which we, too, send every camera by itself."""
    full = {
        (zoom, x, y)
        for zoom in STREET_ZOOMS
        for (x, y), cameras in cameras_by_tile(city, zoom)
        if cameras > SINGLE_AT_MOST
    }
    return _tiles(city, STREET_ZOOMS, count, full)


def _tiles(city: City, zooms: range, count: int, without: Set[tuple[int, int, int]]) -> list[Tile]:
    """Tiles in a shuffled order, none twice: the zooms take turns while they have any left."""
    chosen: dict[tuple[int, int, int], Tile] = {}
    for number, place in enumerate(drawn_places(city, _DRAWN_FOR_EACH * count)):
        tile = tile_of(place, zooms[number % len(zooms)])
        key = (tile["z"], tile["x"], tile["y"])
        if key not in without:
            chosen.setdefault(key, tile)
        if len(chosen) == count:
            break
    tiles = list(chosen.values())
    return [tiles[number] for number in np.random.default_rng(1).permutation(len(tiles))]


def cameras_by_tile(city: City, zoom: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Every tile of a zoom that holds cameras, by column and row, and how many it holds."""
    across = 2**zoom
    east, south = world_of(city.lonlat[:, 0], city.lonlat[:, 1])
    numbers = (east * across).astype(np.int64) * across + (south * across).astype(np.int64)
    places, counts = np.unique(numbers, return_counts=True)
    for place, count in zip(places.tolist(), counts.tolist(), strict=True):
        yield divmod(place, across), count


def tile_of(place: tuple[float, float], zoom: int) -> Tile:
    """The tile of a zoom that a place is in: `{"z": …, "x": …, "y": …}`."""
    across = 2**zoom
    east, south = (int(share * across) for share in world_of(*place))
    return {"z": zoom, "x": east, "y": south}


def street_boxes(city: City, count: int = ADDRESSES) -> list[dict[str, float]]:
    """So many boxes of streets, in degrees: `{"west": …, "south": …, "east": …, "north": …}`."""
    return [box_around(place, _STREET_HALF_DEG) for place in drawn_places(city, count)]


def box_around(place: tuple[float, float], half: tuple[float, float]) -> dict[str, float]:
    """The box that reaches so many degrees of longitude and latitude to each side of a place."""
    (lon, lat), (wide, high) = place, half
    return {"west": lon - wide, "south": lat - high, "east": lon + wide, "north": lat + high}
