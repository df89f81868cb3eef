"""The version of the base map: changes when ground is imported or tiles are made differently."""

from mapper.places.models import Ground

_MADE_LIKE_THIS = 1
"""Raise it with every change to what a base tile holds."""


def base_version() -> str:
    """Name the state of everything the base map is drawn from; one query."""
    return f"{_MADE_LIKE_THIS}-{Ground.objects.version()}"
