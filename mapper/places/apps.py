"""How Django knows this app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The `places` app."""

    name = "mapper.places"
