"""How Django knows this app."""

from django.apps import AppConfig


class TilesConfig(AppConfig):
    """The `tiles` app."""

    name = "mapper.tiles"
