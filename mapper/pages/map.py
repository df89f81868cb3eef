"""The map page: where it begins, what it filters by, and what it says when script is off."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.gis.db.models.functions import Envelope
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mapper.exchange.sources.city import labels as city
from mapper.exchange.sources.demo_town import labels as demo_town
from mapper.pages.base_map import base_map, box_text
from mapper.pages.filters import filters_for
from mapper.places.models import Ground, Place
from mapper.settings import limits
from mapper.vocabulary import Answer, Kind, OperatorType, Selection, State
from mapper.vocabulary.words import Word

INVENTED = {demo_town.SLUG: "town", city.SLUG: "city"}
"""The grounds that are invented, and what each of them is."""

# What map-page.js imports at once, near and far: the page has them fetched side by side.
MODULES = (
    "announce",
    "base-map",
    "base-map-labels",
    "base-map-paint",
    "base-map-palette",
    "belief-words",
    "camera-card",
    "camera-counts",
    "camera-layer",
    "camera-list",
    "camera-map",
    "camera-symbols",
    "camera-tiles",
    "camera-views",
    "camera-words",
    "canvas-tiles",
    "contributor-key",
    "demo-note",
    "device-day",
    "here-links",
    "log-link",
    "map-buttons",
    "map-credits",
    "map-empty",
    "map-filters",
    "map-notice",
    "map-panels",
    "next-task",
    "outbox",
    "outbox-answer",
    "outbox-store",
    "place-search",
    "question-after",
    "say-verdict",
    "share-link",
    "share-view",
    "survey-layer",
    "survey-switch",
    "survey-words",
    "theme",
    "tile-source",
    "view-address",
    "views-switch",
    "waiting-cameras",
    "waiting-words",
    "world-place",
)

HOMES_SENTENCE = (
    "Cameras at private homes are only counted, in fixed squares of the map. "
    "Where exactly they hang is not published."
)


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place with the address of its list, for those who cannot use the map."""

    name: str
    address: str


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """The start page; four queries, whatever the number of cameras."""
    grounds = list(Ground.objects.current().order_by("-pk"))
    selection, _ = Selection.from_query(
        (key, value) for key in request.GET for value in request.GET.getlist(key)
    )
    context = {
        **base_map(grounds),
        "credits": [(ground.attribution, box_text(ground)) for ground in grounds],
        "invented": [
            (INVENTED[ground.slug], box_text(ground))
            for ground in grounds
            if ground.slug in INVENTED
        ],
        "filters": filters_for(selection),
        "kinds": list(Kind),
        "states": list(State),
        "words": _words(),
        "modules": [f"mapper/js/{name}.js" for name in MODULES],
        "places": _places_of(grounds[0]) if grounds else [],
    }
    return render(request, "map/map.html", context)


def _words() -> dict[str, object]:
    """The vocabulary the page's script speaks with."""
    lists: dict[str, type[Word]] = {
        "kind": Kind,
        "state": State,
        "operator_type": OperatorType,
        "answer": Answer,
    }
    labels: dict[str, object] = {
        name: {word.value: word.label for word in words} for name, words in lists.items()
    }
    return {**labels, "homes": HOMES_SENTENCE}


def _places_of(ground: Ground) -> list[PlaceLink]:
    """The places of a ground by name, as many as one page of a list holds."""
    found = Place.objects.filter(ground=ground).annotate(envelope=Envelope("boundary"))
    rows = found.order_by("name").values_list("name", "envelope")[: limits.LIST_PAGE_ROWS]
    return [PlaceLink(name, _list_address(envelope.extent)) for name, envelope in rows]


def _list_address(extent: tuple[float, float, float, float]) -> str:
    box = ",".join(f"{degrees:.6f}" for degrees in extent)
    return f"{reverse('camera-list')}?{urlencode({'bbox': box}, safe=',')}"
