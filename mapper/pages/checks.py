"""What must hold before the pages are served: the map asks no server but ours for its ground."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from mapper.settings.security import origin_of

HINT = "Name an outside raster layer in MAPPER_RASTER_LAYER: then the policy opens for it alone."


@register(Tags.security)
def ground_is_ours(**options: Any) -> list[CheckMessage]:  # noqa: ANN401, ARG001
    """Refuse layers of django-leaflet from an origin that the operator did not name.

    Its own default is an outside server, so that a missing `TILES` is refused too.
    """
    config = settings.LEAFLET_CONFIG
    if "TILES" not in config:
        return [Error("LEAFLET_CONFIG lacks TILES.", hint=HINT, id="pages.E001")]
    layers = [*_layers(config["TILES"]), *_layers(config.get("OVERLAYS", []))]
    return [
        Error(f"The map would load {address} from outside.", hint=HINT, id="pages.E002")
        for address in layers
        if _is_strange(address)
    ]


def _layers(given: str | Sequence[Sequence[Any]]) -> list[str]:
    """The addresses in either of the shapes that django-leaflet takes."""
    return [given] if isinstance(given, str) else [str(layer[1]) for layer in given]


def _is_strange(address: str) -> bool:
    if not urlsplit(address).netloc:
        return False
    named = settings.RASTER_TEMPLATE
    return not named or origin_of(address) != origin_of(named)
