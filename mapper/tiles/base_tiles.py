"""`/tiles/base/{z}/{x}/{y}.mvt`: the base map, made once for each version and kept."""

from gzip import compress

from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from mapper.settings import limits
from mapper.tiles.answers import compressed_tile_answer, no_such_tile
from mapper.tiles.base_layers import base_layers
from mapper.tiles.base_version import base_version
from mapper.tiles.encoding import encode_tile
from mapper.tiles.tile import Tile


@require_safe
def base_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; kept long by readers who name the version that stands, asked again by others."""
    try:
        tile = Tile(z, x, y)
    except ValueError:
        return no_such_tile()
    version = base_version()
    kept = request.GET.get("v") == version
    control = f"public, max-age={limits.BASE_TILE_AGE_S}, immutable" if kept else "no-cache"
    return compressed_tile_answer(request, _compressed(tile, version), control)


def _compressed(tile: Tile, version: str) -> bytes:
    """The tile's bytes, drawn and compressed (gzip) once for each version."""
    key = f"base:{version}:{tile.z}:{tile.x}:{tile.y}"
    compressed: bytes | None = cache.get(key)
    if compressed is None:
        compressed = compress(encode_tile(base_layers(tile)), mtime=0)
        cache.set(key, compressed)
    return compressed
