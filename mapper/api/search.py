"""`/api/search`: streets, places and settlements by name."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Schema

from mapper.api.landing import READ
from mapper.api.query import position_in
from mapper.api.schemas import Found, Problem
from mapper.coverage.figures import slugs_with_figures
from mapper.places.search import find_places
from mapper.settings import limits

router = Router(tags=["Places"])


class SearchQuery(Schema):
    """What may be asked of the search."""

    q: str = Field(
        ..., max_length=limits.SEARCH_MAX_LENGTH, description="The name, or how it begins"
    )
    near: str | None = Field(None, description="lon,lat: of equals the nearest comes first")


@router.api_operation(READ, "/search", response={200: Found, 400: Problem})
def search(request: HttpRequest, query: Query[SearchQuery]) -> dict[str, Any]:  # noqa: ARG001
    """The best matches by name, whatever their case and accents."""
    found = find_places(query.q, position_in(query.near))
    computed = slugs_with_figures([place.slug for place in found])
    return {
        "results": [
            {
                "name": place.name,
                "what": place.what,
                "kind": place.kind,
                "bbox": [place.box.west, place.box.south, place.box.east, place.box.north],
                "lon": place.lon,
                "lat": place.lat,
                "figures": reverse("place", args=[place.slug]) if place.slug in computed else None,
            }
            for place in found
        ]
    }
