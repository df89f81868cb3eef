"""Single cameras written straight into the bytes of a vector tile's layer, at machine speed.

The format is that of the Mapbox Vector Tile Specification 2.1. The fixed words of the vocabulary
stand first among a layer's values, then each camera's number, then the texts of facings.
"""

from typing import NamedTuple

import numpy as np

from mapper.geometry import TILE_EXTENT
from mapper.geometry.arrays import I64, U8, U16, Flags
from mapper.geometry.compiled import compiled
from mapper.geometry.morton import BITS
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import PARTS, STATE_STALE
from mapper.tiles.packing import packed
from mapper.tiles.tile import Tile

_KEYS = ("id", *PARTS, "facings")
_EXTENT_BITS = 12
_FIXED: list[str] = [str(word) for part in PARTS.values() for word in part.words]
_STARTS = np.cumsum([0, *(len(part.words) for part in PARTS.values())])[:-1].astype(np.int64)
"""Where among the values the words of each aspect begin."""
_BITS = np.array([part.bit for part in PARTS.values()], dtype=np.int64)
_MASKS = np.array([(1 << part.bits) - 1 for part in PARTS.values()], dtype=np.int64)
_FIXED_WORDS = len(_FIXED)
_STATE, _STALE = list(PARTS).index("state"), STATE_STALE
_FEATURE, _FEATURE_ID, _FEATURE_TAGS, _FEATURE_SHAPE, _FEATURE_GEOMETRY = 18, 8, 18, 24, 34
_VALUE, _TEXT, _WHOLE_NUMBER = 34, 10, 40
_POINT, _MOVE_TO_ONE = 1, 9
_MOST_BYTES = 80
"""No feature takes more."""
_MOST_BYTES_ID = 14
"""Nor the value that is its number."""
_MOST_BYTES_TEXT = 12
"""Nor a text beside itself."""
_MORE = 128
"""The bit of a byte that says that another follows."""


def _sized(field: bytes, content: bytes) -> bytes:
    return field + packed(len(content)) + content


_HEAD = b"\x78\x02" + _sized(b"\x0a", b"cameras")
_TAIL = b"".join(
    [
        *(_sized(b"\x1a", key.encode()) for key in _KEYS),
        *(_sized(b"\x22", _sized(b"\x0a", word.encode())) for word in _FIXED),
    ]
)
_EXTENT = b"\x28" + packed(TILE_EXTENT)


_Columns = tuple[I64, I64, U16, Flags, I64]


class Gathered(NamedTuple):
    """Cameras to be written, arrays of shape (n,); `stale` says whose state has grown stale.

    `facings` are numbers of `texts`.
    """

    codes: I64
    ids: I64
    words: U16
    stale: Flags
    facings: I64
    texts: Texts

    def followed_by(self, more: "Gathered") -> "Gathered":
        """These cameras and others after them."""
        return Gathered(
            codes=np.concatenate((self.codes, more.codes)),
            ids=np.concatenate((self.ids, more.ids)),
            words=np.concatenate((self.words, more.words)),
            stale=np.concatenate((self.stale, more.stale)),
            facings=np.concatenate((self.facings, more.facings + len(self.texts))),
            texts=self.texts.followed_by(more.texts),
        )


def camera_layer_bytes(cameras: Gathered, tile: Tile) -> bytes:
    """The layer `cameras` of a tile, as it stands in the tile; nothing where there is no camera."""
    number = len(cameras.ids)
    if not number:
        return b""
    texts = cameras.texts
    features = np.empty(number * _MOST_BYTES, dtype=np.uint8)
    written = _write_features(
        features,
        cameras[:5],
        texts.starts,
        tile.x << BITS - tile.z,
        tile.y << BITS - tile.z,
        BITS - _EXTENT_BITS - tile.z,
    )
    room = number * _MOST_BYTES_ID + len(texts.content) + len(texts) * _MOST_BYTES_TEXT
    values = np.empty(room, dtype=np.uint8)
    ended = _write_texts(values, _write_ids(values, cameras.ids), texts.starts, texts.content)
    parts = [_HEAD, features[:written].tobytes(), _TAIL, values[:ended].tobytes(), _EXTENT]
    return _sized(b"\x1a", b"".join(parts))


@compiled
def _write_features(
    out: U8, cameras: _Columns, starts: I64, west: int, north: int, shift: int
) -> int:
    """Write the features of cameras in a tile with these first column and row; gives the end.

    A unit of the tile is 2 ** `shift` columns wide.
    """
    codes, ids, words, stale, facings = cameras
    half = (1 << shift) >> 1
    at = 0
    for one in range(len(ids)):
        start = at
        out[at] = _FEATURE
        # One byte of length: a feature takes less than 128.
        out[at + 2] = _FEATURE_ID
        at = _put(out, at + 3, ids[one])
        tags = at
        out[tags] = _FEATURE_TAGS
        at = _put(out, _put(out, at + 2, 0), _FIXED_WORDS + one)
        for aspect in range(len(_BITS)):
            word = (words[one] >> _BITS[aspect]) & _MASKS[aspect]
            if aspect == _STATE and stale[one]:
                word = _STALE
            at = _put(out, _put(out, at, aspect + 1), _STARTS[aspect] + word)
        text = facings[one]
        if starts[text + 1] > starts[text]:
            at = _put(out, _put(out, at, len(_BITS) + 1), _FIXED_WORDS + len(ids) + text)
        out[tags + 1] = at - tags - 2
        out[at], out[at + 1], out[at + 2] = _FEATURE_SHAPE, _POINT, _FEATURE_GEOMETRY
        shape = at + 3
        at = _put(out, shape + 1, _MOVE_TO_ONE)
        at = _put(out, at, _unsigned((_every_second_bit(codes[one]) - west + half) >> shift))
        at = _put(out, at, _unsigned((_every_second_bit(codes[one] >> 1) - north + half) >> shift))
        out[shape] = at - shape - 1
        out[start + 1] = at - start - 2
    return at


@compiled
def _write_ids(out: U8, ids: I64) -> int:
    """Write the values that are the cameras' numbers; gives the end."""
    at = 0
    for number in ids:
        start = at
        out[at], out[at + 2] = _VALUE, _WHOLE_NUMBER
        at = _put(out, at + 3, number)
        out[start + 1] = at - start - 2
    return at


@compiled
def _write_texts(out: U8, at: int, starts: I64, content: U8) -> int:
    """Write the values that are texts, also one that is empty and belongs to nobody."""
    for text in range(len(starts) - 1):
        length = starts[text + 1] - starts[text]
        out[at] = _VALUE
        at = _put(out, at + 1, 1 + _width(length) + length)
        out[at] = _TEXT
        at = _put(out, at + 1, length)
        out[at : at + length] = content[starts[text] : starts[text + 1]]
        at += length
    return at


@compiled
def _put(out: U8, at: int, number: int) -> int:
    """Write a whole number from 0 in as many bytes as it needs; gives where it ends."""
    while number >= _MORE:
        out[at] = (number & (_MORE - 1)) | _MORE
        number >>= 7
        at += 1
    out[at] = number
    return at + 1


@compiled
def _width(number: int) -> int:
    """How many bytes `_put` takes for a number."""
    width = 1
    while number >= _MORE:
        number >>= 7
        width += 1
    return width


@compiled
def _unsigned(number: int) -> int:
    """A signed number without a sign, small ones small: 0, -1, 1, -2 become 0, 1, 2, 3."""
    return number << 1 ^ number >> 63


@compiled
def _every_second_bit(code: int) -> int:
    """The column in a Z-order number; of the number halved, the row."""
    code &= 0x5555555555555555
    code = (code | code >> 1) & 0x3333333333333333
    code = (code | code >> 2) & 0x0F0F0F0F0F0F0F0F
    code = (code | code >> 4) & 0x00FF00FF00FF00FF
    code = (code | code >> 8) & 0x0000FFFF0000FFFF
    return (code | code >> 16) & 0x7FFFFFFF
