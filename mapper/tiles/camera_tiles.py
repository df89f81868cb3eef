"""`/tiles/cameras/{z}/{x}/{y}.mvt`: the cameras a reader chose, as a vector tile."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from mapper.settings import limits
from mapper.tiles.answers import kept_tile_answer, no_such_tile
from mapper.tiles.index.current import IndexBeingBuiltError, current_index
from mapper.tiles.kept_tiles import kept_tile
from mapper.tiles.tile import Tile
from mapper.vocabulary import Selection

_CACHE_CONTROL = f"public, max-age={limits.CAMERA_TILE_AGE_S}"
_EVERYTHING = Selection()


@require_safe
def camera_tile(request: HttpRequest, z: int, x: int, y: int) -> HttpResponseBase:
    """One tile; 404 where there is no such tile or a filter names a word nobody knows."""
    try:
        tile, selection = Tile(z, x, y), selection_of(request)
    except ValueError:
        return no_such_tile()
    try:
        index = current_index()
    except IndexBeingBuiltError:
        return come_again()
    return kept_tile_answer(
        request, kept_tile(index, tile, selection, timezone.localdate()), _CACHE_CONTROL
    )


def selection_of(request: HttpRequest) -> Selection:
    """What the query chose; raises `ValueError` for a word no filter knows."""
    if not request.META.get("QUERY_STRING"):
        return _EVERYTHING
    pairs = ((name, value) for name, values in request.GET.lists() for value in values)
    selection, problems = Selection.from_query(pairs)
    if problems:
        raise ValueError("; ".join(problems))
    return selection


def come_again() -> HttpResponse:
    """503 while the cameras are being sorted, which takes seconds, or their database is away."""
    return HttpResponse(
        "The cameras cannot be shown just now; come again in a few seconds.\n",
        status=503,
        content_type="text/plain",
        headers={"Retry-After": str(limits.INDEX_RETRY_S), "Cache-Control": "no-store"},
    )
