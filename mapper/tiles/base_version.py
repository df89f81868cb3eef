"""The version of the base map: changes when ground is imported or tiles are made differently."""

from mapper.places.models import Ground
from mapper.tiles.answers import digest

_MADE_LIKE_THIS = 1
"""Raise it with every change to what a base tile holds."""


def base_version() -> str:
    """Name the state of all imported ground; one query."""
    grounds = Ground.objects.order_by("pk").values_list("pk", "vintage_on", "revision")
    return digest(repr((_MADE_LIKE_THIS, list(grounds))).encode())
