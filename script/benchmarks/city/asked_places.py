"""Which tiles and boxes are asked for: the same in every run, and most where most cameras are."""

import numpy as np

from mapper.geometry.mercator import world_of
from script.benchmarks.city.filled_city import City

ADDRESSES = 1_000
MIXED_ZOOMS = range(4, 18)
STREET_ZOOMS = range(15, 18)
_DRAWN_FOR_EACH = 20
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


def tiles_of(city: City, zooms: range, count: int = ADDRESSES) -> list[dict[str, int]]:
    """So many tiles, none twice, in a shuffled order: `{"z": …, "x": …, "y": …}`.

    The zooms take turns; where all of a far zoom are in, nearer ones take what is left.
    """
    chosen: dict[tuple[int, ...], dict[str, int]] = {}
    for number, place in enumerate(drawn_places(city, _DRAWN_FOR_EACH * count)):
        tile = tile_of(place, zooms[number % len(zooms)])
        chosen.setdefault(tuple(tile.values()), tile)
        if len(chosen) == count:
            break
    tiles = list(chosen.values())
    return [tiles[number] for number in np.random.default_rng(1).permutation(len(tiles))]


def tile_of(place: tuple[float, float], zoom: int) -> dict[str, int]:
    """The tile of a zoom that a place is in."""
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
