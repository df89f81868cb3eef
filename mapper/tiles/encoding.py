"""Layers of features turned into the bytes of a vector tile (Mapbox Vector Tile 2.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from mapper.geometry import TILE_EXTENT
from mapper.tiles.packing import packed

Value = str | int
"""What a property may be; whole numbers only from 0."""


class Shape(IntEnum):
    """What a geometry is; the numbers are the format's."""

    POINT = 1
    LINE = 2
    POLYGON = 3


@dataclass(frozen=True, slots=True)
class Drawing:
    """One feature's geometry: what it is, and its packed drawing commands."""

    shape: Shape
    commands: bytes


@dataclass(frozen=True, slots=True)
class Layer:
    """Features of one layer, column by column: the n-th of each column belongs to the n-th drawing.

    A property that is None is left out. `ids` are whole numbers from 0; empty means no ids.
    """

    name: str
    drawings: Sequence[Drawing]
    properties: Mapping[str, Sequence[Value | None]] = field(default_factory=dict)
    ids: Sequence[int] = ()


# Field numbers and wire types of the format's protocol buffer schema, already put together.
_TILE_LAYER = b"\x1a"
_LAYER_VERSION_2 = b"\x78\x02"
_LAYER_NAME = b"\x0a"
_LAYER_FEATURE = b"\x12"
_LAYER_KEY = b"\x1a"
_LAYER_VALUE = b"\x22"
_LAYER_EXTENT = b"\x28"
_FEATURE_ID = b"\x08"
_FEATURE_TAGS = b"\x12"
_FEATURE_SHAPE = b"\x18"
_FEATURE_GEOMETRY = b"\x22"
_VALUE_STRING = b"\x0a"
_VALUE_UNSIGNED = b"\x28"


def encode_tile(layers: Iterable[Layer]) -> bytes:
    """Give the bytes of a tile; layers without features are left out, as the format asks."""
    return b"".join(_with_size(_TILE_LAYER, _layer(layer)) for layer in layers if layer.drawings)


def _layer(layer: Layer) -> bytes:
    values: dict[Value, int] = {}
    tags = _tags(layer, values)
    return b"".join(
        [
            _LAYER_VERSION_2,
            _with_size(_LAYER_NAME, layer.name.encode()),
            *(
                _with_size(_LAYER_FEATURE, _feature(layer, number, tags[number]))
                for number in range(len(layer.drawings))
            ),
            *(_with_size(_LAYER_KEY, key.encode()) for key in layer.properties),
            *(_with_size(_LAYER_VALUE, _value(value)) for value in values),
            _LAYER_EXTENT + packed(TILE_EXTENT),
        ]
    )


def _tags(layer: Layer, values: dict[Value, int]) -> list[bytes]:
    """Give each feature's pairs of key and value numbers; fills `values` with their numbers."""
    tags = [bytearray() for _ in layer.drawings]
    for number, column in enumerate(layer.properties.values()):
        key = packed(number)
        for row, value in enumerate(column):
            if value is not None:
                tags[row] += key + packed(values.setdefault(value, len(values)))
    return [bytes(pairs) for pairs in tags]


def _feature(layer: Layer, number: int, tags: bytes) -> bytes:
    drawing = layer.drawings[number]
    identity = _FEATURE_ID + packed(layer.ids[number]) if layer.ids else b""
    return b"".join(
        [
            identity,
            _with_size(_FEATURE_TAGS, tags) if tags else b"",
            _FEATURE_SHAPE + packed(drawing.shape),
            _with_size(_FEATURE_GEOMETRY, drawing.commands),
        ]
    )


def _value(value: Value) -> bytes:
    if isinstance(value, str):
        return _with_size(_VALUE_STRING, value.encode())
    return _VALUE_UNSIGNED + packed(value)


def _with_size(field_number: bytes, content: bytes) -> bytes:
    return field_number + packed(len(content)) + content
