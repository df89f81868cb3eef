"""How tiles are answered over HTTP: bytes with a digest, and nothing sent twice unchanged."""

from gzip import decompress
from hashlib import blake2b
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers

from mapper.tiles.kept_tiles import KeptTile

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


def kept_tile_answer(request: HttpRequest, tile: KeptTile, cache_control: str) -> HttpResponseBase:
    """Give a tile that is kept with its ETag, as it is or unpacked for who cannot read that."""
    headers = {"ETag": tile.etag, "Cache-Control": cache_control, "Vary": "Accept-Encoding"}
    if "HTTP_IF_NONE_MATCH" in request.META:
        known = get_conditional_response(request, etag=tile.etag)
        if known is not None and known.status_code == HTTPStatus.NOT_MODIFIED:
            return HttpResponseNotModified(headers=headers)
    if "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        headers["Content-Encoding"] = "gzip"
        return HttpResponse(tile.compressed, content_type=TILE_TYPE, headers=headers)
    return HttpResponse(decompress(tile.compressed), content_type=TILE_TYPE, headers=headers)


def no_such_tile() -> HttpResponse:
    """404 without a page: a map asks for tiles, and nobody reads the answer."""
    return HttpResponse("There is no such tile.\n", status=404, content_type="text/plain")
