"""`/tiles/surveys/{z}/{x}/{y}.mvt`: where people looked, as a vector tile."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from mapper.settings import limits
from mapper.tiles.answers import no_such_tile, tile_answer
from mapper.tiles.encoding import encode_tile
from mapper.tiles.survey_layer import survey_layer
from mapper.tiles.survey_rows import surveys_in
from mapper.tiles.tile import Tile

_CACHE_CONTROL = f"public, max-age={limits.CAMERA_TILE_AGE_S}"


@require_safe
def survey_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; empty above streets' zoom, 404 where there is no such tile."""
    try:
        tile = Tile(z, x, y)
    except ValueError:
        return no_such_tile()
    rows = surveys_in(tile.wide_box) if z >= limits.SURVEYS_MIN_ZOOM else []
    return tile_answer(request, encode_tile([survey_layer(rows, tile)]), _CACHE_CONTROL)
