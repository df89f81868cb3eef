"""`/tiles/cameras.json` and its like: what the tiles hold, as TileJSON 3.0."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from mapper.geometry.mercator import MAX_LATITUDE
from mapper.places.models import Ground
from mapper.settings import limits
from mapper.tiles.answers import no_such_tile
from mapper.tiles.base_version import base_version
from mapper.tiles.camera_tiles import selection_of

CAMERA_LAYERS = {
    "cameras": {
        "id": "number of the camera",
        "kind": "what sort of camera it is",
        "state": "what is believed of it today",
        "operator_type": "what sort of body runs it",
        "face_recognition": "yes, no or unknown",
        "plate_reading": "yes, no or unknown",
        "lifecycle": "in use or disused",
        "facings": "bearing/opening in degrees, joined by semicolons; absent where unknown",
    },
    "counts": {
        "count": "cameras in this part of the tile",
        "face_recognition": "how many of them recognise faces",
        "kind": "the most frequent kind",
    },
    "homes": {"count": "cameras at private homes in one fixed cell"},
}
_BASE = {
    "land": {},
    "green": {"kind": "what covers the ground"},
    "water": {"kind": "water", "name": "its name"},
    "buildings": {},
    "streets": {"kind": "class of the street", "name": "its name"},
    "boundaries": {"level": "level of the place"},
    "labels": {"rank": "rank of the settlement", "name": "its name"},
}
_VIEWS = {
    "views": {
        "camera": "number of the camera",
        "detail": "observe, or recognise a face",
        "share": "how likely the camera looks at a point of it, in per cent",
        "assumed": "1 where nobody knows the camera's kind or which way it looks",
        "by": "public, private or unknown: who runs the camera",
    },
    "crowded": {},
}
_COVERAGE = {
    "streets": {
        "seen": "cameras that surely have the stretch in view; 3 is three or more",
        "possible": "all cameras that may have it in view; 3 is three or more",
        "faces": "cameras that may recognise a face there; 3 is three or more",
        "looked": "1 where somebody looked",
        "computed": "0 where nothing was worked out yet",
    },
}


@require_safe
def cameras_tilejson(request: HttpRequest) -> HttpResponse:
    """The camera tiles; the filters of this address are handed on to the tiles."""
    try:
        query = urlencode(selection_of(request).to_query())
    except ValueError:
        return no_such_tile()
    return _answer(request, "cameras", CAMERA_LAYERS, query)


@require_safe
def base_tilejson(request: HttpRequest) -> JsonResponse:
    """The base map; its tiles carry the version, so that an import shows at once."""
    sources = Ground.objects.current().exclude(attribution="").values_list("attribution", flat=True)
    attribution = ", ".join(sorted(set(sources)))
    return _answer(request, "base", _BASE, f"v={base_version()}", attribution)


@require_safe
def views_tilejson(request: HttpRequest) -> JsonResponse:
    """The ground that cameras see; empty when far."""
    return _answer(request, "views", _VIEWS, minzoom=limits.VIEWS_MIN_ZOOM)


@require_safe
def coverage_tilejson(request: HttpRequest) -> JsonResponse:
    """Street coverage; empty when far."""
    return _answer(request, "coverage", _COVERAGE, minzoom=limits.COVERAGE_MIN_ZOOM)


def _answer(
    request: HttpRequest,
    name: str,
    layers: dict[str, dict[str, str]],
    query: str = "",
    attribution: str = "",
    minzoom: int = 0,
) -> JsonResponse:
    template = request.build_absolute_uri(f"/tiles/{name}/") + "{z}/{x}/{y}.mvt"
    content: dict[str, Any] = {
        "tilejson": "3.0.0",
        "name": f"Mapper: {name}",
        "scheme": "xyz",
        "tiles": [f"{template}?{query}" if query else template],
        "minzoom": minzoom,
        "maxzoom": limits.TILE_MAX_ZOOM,
        "bounds": [-180, -MAX_LATITUDE, 180, MAX_LATITUDE],
        "vector_layers": [{"id": layer, "fields": fields} for layer, fields in layers.items()],
    }
    if attribution:
        content["attribution"] = attribution
    return JsonResponse(content, headers={"Cache-Control": "no-cache"})
