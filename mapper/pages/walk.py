"""`/walk/`: how watched a walk is, worked out on the reader's device; the server learns no walk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mapper.pages.base_map import base_map
from mapper.places.models import Ground
from mapper.vocabulary import Kind

# What walk-page.js imports, near and far.
MODULES = (
    "announce",
    "base-map",
    "base-map-labels",
    "base-map-paint",
    "base-map-palette",
    "camera-counts",
    "camera-layer",
    "camera-symbols",
    "camera-tiles",
    "camera-views",
    "camera-words",
    "canvas-tiles",
    "gpx-track",
    "map-notice",
    "next-task",
    "place-search",
    "theme",
    "tile-source",
    "view-address",
    "view-layer",
    "walk-answer",
    "walk-figures",
    "walk-file",
    "walk-geometry",
    "walk-map",
    "walk-tiles",
    "walk-words",
)


@require_safe
def walk(request: HttpRequest) -> HttpResponse:
    """The page, the same for everybody; two queries."""
    context = {
        "modules": [f"mapper/js/{name}.js" for name in MODULES],
        "words": {"kind": {kind.value: kind.label for kind in Kind}},
        **base_map(list(Ground.objects.order_by("-pk"))),
    }
    return render(request, "walk/walk.html", context)
