"""Links between the answers of the interface, with whole addresses."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest

JSON = "application/json"
GEOJSON = "application/geo+json"

Link = dict[str, str]


def link(
    request: HttpRequest,
    rel: str,
    path: str,
    title: str,
    media_type: str = JSON,
    query: Iterable[tuple[str, str]] = (),
) -> Link:
    """A link to a path of this site."""
    address = request.build_absolute_uri(path)
    pairs = urlencode(list(query), safe=",")
    href = f"{address}?{pairs}" if pairs else address
    return {"href": href, "rel": rel, "type": media_type, "title": title}
