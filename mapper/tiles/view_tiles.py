"""`/tiles/views/{z}/{x}/{y}.mvt`: the ground that cameras see, as a vector tile."""

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.cameras.models import Camera
from mapper.coverage.drawn_views import views_in
from mapper.settings import limits
from mapper.tiles.answers import no_such_tile, tile_answer
from mapper.tiles.encoding import Layer, encode_tile
from mapper.tiles.tile import Tile
from mapper.tiles.view_layer import crowd_layer, view_layer

_CACHE_CONTROL = f"public, max-age={limits.CAMERA_TILE_AGE_S}"


@require_safe
def view_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; empty where a view is smaller than its camera's sign, 404 where there is none."""
    try:
        tile = Tile(z, x, y)
    except ValueError:
        return no_such_tile()
    layers = [_layer(tile)] if z >= limits.VIEWS_MIN_ZOOM else []
    return tile_answer(request, encode_tile(layers), _CACHE_CONTROL)


def _layer(tile: Tile) -> Layer:
    most = limits.VIEWS_PER_TILE
    found = Camera.objects.public().in_box(tile.wide_box).order_by()
    if found[: most + 1].count() > most:
        return crowd_layer()
    return view_layer(views_in(tile.wide_box, timezone.localdate()), tile)
