"""`/manifest.webmanifest`: what a phone shows of the site once it is installed as an app."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

# The colours of `--page` and `--surface` in tokens.css by daylight; a manifest knows no dark.
PAGE_COLOUR = "#faf9f6"
SURFACE_COLOUR = "#ffffff"


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """The web app manifest."""
    content = {
        "id": reverse("map"),
        "name": "Mapper: the cameras around you",
        "short_name": "Mapper",
        "description": "A public map of surveillance cameras, made by the people who live there.",
        "lang": "en-GB",
        "start_url": reverse("map"),
        "scope": reverse("map"),
        "display": "standalone",
        "background_color": PAGE_COLOUR,
        "theme_color": SURFACE_COLOUR,
        "icons": [_icon("favicon", "any"), _icon("maskable", "maskable")],
        "shortcuts": [
            {
                "name": "Log a camera",
                "url": reverse("report"),
                "icons": [_icon("favicon", "any")],
            }
        ],
    }
    return JsonResponse(content, content_type="application/manifest+json")


def _icon(name: str, purpose: str) -> dict[str, Any]:
    """One of our drawings; being vectors they fit every size."""
    return {
        "src": static(f"mapper/icons/{name}.svg"),
        "sizes": "any",
        "type": "image/svg+xml",
        "purpose": purpose,
    }
