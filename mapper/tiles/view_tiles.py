"""`/tiles/views/{z}/{x}/{y}.mvt`: the ground that cameras see, as a vector tile."""

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.coverage.drawn_views import views_in
from mapper.settings import limits
from mapper.tiles.answers import no_such_tile, tile_answer
from mapper.tiles.encoding import encode_tile
from mapper.tiles.tile import Tile
from mapper.tiles.view_layer import view_layer

_CACHE_CONTROL = f"public, max-age={limits.CAMERA_TILE_AGE_S}"


@require_safe
def view_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; empty where a view is smaller than its camera's sign, 404 where there is none."""
    try:
        tile = Tile(z, x, y)
    except ValueError:
        return no_such_tile()
    rows = views_in(tile.wide_box, timezone.localdate()) if z >= limits.VIEWS_MIN_ZOOM else []
    return tile_answer(request, encode_tile([view_layer(rows, tile)]), _CACHE_CONTROL)
