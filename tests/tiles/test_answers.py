"""How tiles are answered: compressed once, named by their bytes."""

from gzip import compress

from django.http import HttpResponse
from django.test import RequestFactory

from mapper.tiles.answers import compressed_tile_answer, no_such_tile, tile_answer


def test_what_the_reader_has_is_named_and_not_sent() -> None:
    first = tile_answer(RequestFactory().get("/"), b"tile", "no-cache")
    headers = {"if-none-match": first["ETag"]}
    again = tile_answer(RequestFactory().get("/", headers=headers), b"tile", "no-cache")
    assert (first.status_code, again.status_code) == (200, 304)
    assert again["Cache-Control"] == "no-cache"


def test_a_compressed_tile_is_sent_as_it_is_or_unpacked() -> None:
    tile = compress(b"tile")
    packed = compressed_tile_answer(
        RequestFactory().get("/", headers={"accept-encoding": "br, gzip"}), tile, "no-cache"
    )
    plain = compressed_tile_answer(RequestFactory().get("/"), tile, "no-cache")
    assert isinstance(packed, HttpResponse)
    assert isinstance(plain, HttpResponse)
    assert (packed.content, packed["Content-Encoding"]) == (tile, "gzip")
    assert (plain.content, plain.has_header("Content-Encoding")) == (b"tile", False)
    assert packed["Vary"] == plain["Vary"] == "Accept-Encoding"


def test_no_tile_is_told_without_a_page() -> None:
    answer = no_such_tile()
    assert answer.status_code == 404
    assert answer["Content-Type"] == "text/plain"
