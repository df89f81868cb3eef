"""How tiles are answered over HTTP: bytes with a digest, and nothing sent twice unchanged."""

from gzip import decompress
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

TILE_TYPE = "application/vnd.mapbox-vector-tile"


def tile_answer(request: HttpRequest, content: bytes, cache_control: str) -> HttpResponseBase:
    """Give a tile, or 304 where the reader already has it; an empty body is an empty tile."""
    answer = HttpResponse(content, content_type=TILE_TYPE)
    # Weak, because the same tile is sent compressed or not.
    etag = f'W/"{blake2b(content, digest_size=12).hexdigest()}"'
    answer["ETag"] = etag
    answer["Cache-Control"] = cache_control
    return get_conditional_response(request, etag=etag, response=answer) or answer


def compressed_tile_answer(
    request: HttpRequest, compressed: bytes, cache_control: str
) -> HttpResponseBase:
    """Give a tile that is kept compressed (gzip), as it is or unpacked for who cannot read that."""
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = tile_answer(request, compressed if packed else decompress(compressed), cache_control)
    patch_vary_headers(answer, ["Accept-Encoding"])
    if packed and answer.status_code == HttpResponse.status_code:
        answer["Content-Encoding"] = "gzip"
    return answer


def no_such_tile() -> HttpResponse:
    """404 without a page: a map asks for tiles, and nobody reads the answer."""
    return HttpResponse("There is no such tile.\n", status=404, content_type="text/plain")
