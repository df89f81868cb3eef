"""Numbers and drawing commands of the Mapbox Vector Tile format, packed for many features at once.

The format is that of the Mapbox Vector Tile Specification 2.1, sections 4.3 and 4.4, and of
Protocol Buffers' variable-length integers.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_BITS = 7
"""Bits of a number that one byte carries; the eighth says whether more follow."""
_LONGEST = 5
"""Bytes of the longest packed number: 32 bits."""
_MOVE_TO_ONE = 1 << 3 | 1
_LINE_TO = 2
_CLOSE_PATH = 1 << 3 | 7


def packed(number: int) -> bytes:
    """Pack one whole number of any size that is not negative."""
    packed_bytes = bytearray()
    while number >= 1 << _BITS:
        packed_bytes.append(number & 0x7F | 0x80)
        number >>= _BITS
    packed_bytes.append(number)
    return bytes(packed_bytes)


def pack_groups(numbers: NDArray[np.uint32], sizes: NDArray[np.intp]) -> list[bytes]:
    """Pack `numbers`, which stand in consecutive groups of `sizes`, and give the bytes of each."""
    lengths = np.ones(len(numbers), dtype=np.intp)
    for count in range(1, _LONGEST):
        lengths += numbers >> np.uint32(_BITS * count) > 0
    ends = np.cumsum(lengths)
    bytes_out = np.empty(int(lengths.sum()), dtype=np.uint8)
    for place in range(_LONGEST):
        there = lengths > place
        part = numbers[there] >> np.uint32(_BITS * place) & np.uint32(0x7F)
        part |= np.uint32(0x80) * (lengths[there] > place + 1)
        bytes_out[(ends - lengths + place)[there]] = part
    cuts = np.concatenate(([0], ends))[np.concatenate(([0], np.cumsum(sizes)))]
    whole = bytes_out.tobytes()
    return [whole[start:end] for start, end in pairwise(cuts)]


def draw(
    units: NDArray[np.int32], corners: NDArray[np.intp], paths: NDArray[np.intp], *, closed: bool
) -> list[bytes]:
    """Turn paths into the packed commands of one geometry for each feature.

    `units` are the corners of all paths one after the other, shape (n, 2), in units of a tile;
    `corners` counts those of each path, `paths` the paths of each feature. A path of one corner
    is a point. Where paths are `closed` their first corner is not given again at the end.
    """
    has_line = corners > 1
    sizes = 1 + 2 * corners + has_line + int(closed)
    starts = np.cumsum(sizes) - sizes
    commands = np.empty(int(sizes.sum()), dtype=np.uint32)
    commands[starts] = _MOVE_TO_ONE
    commands[(starts + 3)[has_line]] = (corners - 1)[has_line] << 3 | _LINE_TO
    if closed:
        commands[starts + sizes - 1] = _CLOSE_PATH
    firsts = np.cumsum(corners) - corners
    step = np.arange(len(units)) - np.repeat(firsts, corners)
    places = np.repeat(starts, corners) + 1 + 2 * step + (step > 0)
    deltas = _zigzag(_deltas(units, firsts[np.cumsum(paths) - paths]))
    commands[places], commands[places + 1] = deltas[:, 0], deltas[:, 1]
    return pack_groups(commands, np.add.reduceat(sizes, np.cumsum(paths) - paths))


def _deltas(units: NDArray[np.int32], restarts: NDArray[np.intp]) -> NDArray[np.int32]:
    """Give each corner from the one before; each feature starts anew from the tile's corner."""
    deltas = np.diff(units, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    deltas[restarts] = units[restarts]
    return deltas


def _zigzag(numbers: NDArray[np.int32]) -> NDArray[np.uint32]:
    """Write signed numbers without a sign, small ones small: 0, -1, 1, -2 become 0, 1, 2, 3."""
    return (numbers << 1 ^ numbers >> 31).astype(np.uint32)
