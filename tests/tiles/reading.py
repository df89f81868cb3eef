"""Vector tiles read back by a library that is not ours."""

from typing import Any

import mapbox_vector_tile

from mapper.tiles.encoding import Layer, encode_tile

Feature = dict[str, Any]


def read(content: bytes) -> dict[str, list[Feature]]:
    """The features of each layer, with y growing southwards as in the tile itself."""
    if not content:
        return {}
    tile = mapbox_vector_tile.decode(content, default_options={"y_coord_down": True})
    return {name: layer["features"] for name, layer in tile.items()}


def read_layer(layer: Layer) -> list[Feature]:
    """The features of one layer that went through the bytes of a tile."""
    return read(encode_tile([layer])).get(layer.name, [])
