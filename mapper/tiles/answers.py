"""How tiles are answered over HTTP: bytes with a digest, and nothing sent twice unchanged."""

from hashlib import blake2b

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

TILE_TYPE = "application/vnd.mapbox-vector-tile"


def digest(content: bytes) -> str:
    """Name bytes by what they are; for caches, not for secrets."""
    return blake2b(content, digest_size=12).hexdigest()


def tile_answer(request: HttpRequest, content: bytes, cache_control: str) -> HttpResponseBase:
    """Give a tile, or 304 where the reader already has it; an empty body is an empty tile."""
    answer = HttpResponse(content, content_type=TILE_TYPE)
    etag = quote_etag(digest(content))
    answer["ETag"] = etag
    answer["Cache-Control"] = cache_control
    return get_conditional_response(request, etag=etag, response=answer) or answer


def no_such_tile() -> HttpResponse:
    """404 without a page: a map asks for tiles, and nobody reads the answer."""
    return HttpResponse("There is no such tile.\n", status=404, content_type="text/plain")
