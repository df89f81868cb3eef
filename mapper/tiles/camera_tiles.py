"""`/tiles/cameras/{z}/{x}/{y}.mvt`: the cameras a reader chose, as a vector tile."""

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.settings import limits
from mapper.tiles.answers import no_such_tile, tile_answer
from mapper.tiles.camera_layers import camera_layers
from mapper.tiles.encoding import encode_tile
from mapper.tiles.tile import Tile
from mapper.vocabulary import Selection

_CACHE_CONTROL = f"public, max-age={limits.CAMERA_TILE_AGE_S}"


@require_safe
def camera_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; 404 where there is no such tile or a filter names a word nobody knows."""
    try:
        tile, selection = Tile(z, x, y), selection_of(request)
    except ValueError:
        return no_such_tile()
    content = encode_tile(camera_layers(tile, selection, timezone.localdate()))
    return tile_answer(request, content, _CACHE_CONTROL)


def selection_of(request: HttpRequest) -> Selection:
    """What the query chose; raises `ValueError` for a word no filter knows."""
    pairs = ((name, value) for name, values in request.GET.lists() for value in values)
    selection, problems = Selection.from_query(pairs)
    if problems:
        raise ValueError("; ".join(problems))
    return selection
