"""`/tiles/coverage/{z}/{x}/{y}.mvt`: which streets are in view of cameras, as a vector tile."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from mapper.settings import limits
from mapper.tiles import zooms
from mapper.tiles.answers import no_such_tile, tile_answer
from mapper.tiles.coverage_layer import coverage_layer
from mapper.tiles.coverage_rows import watched_streets_in
from mapper.tiles.encoding import encode_tile
from mapper.tiles.tile import Tile

_CACHE_CONTROL = f"public, max-age={limits.COVERAGE_TILE_AGE_S}"


@require_safe
def coverage_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; empty above streets' zoom, 404 where there is no such tile."""
    try:
        tile = Tile(z, x, y)
    except ValueError:
        return no_such_tile()
    layers = []
    if z >= limits.COVERAGE_MIN_ZOOM:
        found = watched_streets_in(tile.wide_box, zooms.drawn_at(zooms.WATCHED, z))
        layers = [coverage_layer(found, tile)]
    return tile_answer(request, encode_tile(layers), _CACHE_CONTROL)
