"""Search without script: streets, places and settlements by name, with ways to see them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log2
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mapper.coverage.figures import slugs_with_figures
from mapper.geometry import Box, box_around
from mapper.places.search import FoundPlace, find_places
from mapper.settings import limits
from mapper.vocabulary.compass import FULL_TURN


@dataclass(frozen=True, slots=True)
class Result:
    """One match: its name and kind in words, where the map shows it, and the list of its box.

    `figures_address` is that of its page, empty where it has no figures.
    """

    name: str
    kind: str
    map_address: str
    list_address: str
    figures_address: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The matches for `?q=`; without it, the empty form."""
    text = request.GET.get("q", "").strip()[: limits.SEARCH_MAX_LENGTH]
    context = {"text": text, "results": list(_results(find_places(text)))}
    return render(request, "search/search.html", context)


def zoom_for(box: Box) -> int:
    """The deepest zoom at which a phone shows the whole box."""
    across = max((box.east - box.west) % FULL_TURN, box.north - box.south)
    if across == 0:
        return limits.SEARCH_MAX_ZOOM
    return max(0, min(limits.SEARCH_MAX_ZOOM, floor(log2(FULL_TURN / across))))


def _results(found: Sequence[FoundPlace]) -> Iterator[Result]:
    computed = slugs_with_figures([place.slug for place in found])
    for place in found:
        box = _surroundings(place)
        corners = ",".join(f"{corner:.5f}" for corner in (box.west, box.south, box.east, box.north))
        yield Result(
            name=place.name,
            kind=place.kind,
            map_address=f"{reverse('map')}#{zoom_for(box)}/{place.lat:.5f}/{place.lon:.5f}",
            list_address=f"{reverse('camera-list')}?{urlencode({'bbox': corners}, safe=',')}",
            figures_address=reverse("place", args=[place.slug]) if place.slug in computed else "",
        )


def _surroundings(place: FoundPlace) -> Box:
    """The box of a place; what is known as a point only, or is shorter than a look, is widened."""
    least = box_around(place.lon, place.lat, limits.SEARCH_AROUND_M)
    return Box(
        min(place.box.west, least.west),
        min(place.box.south, least.south),
        max(place.box.east, least.east),
        max(place.box.north, least.north),
    )
