"""How Django knows this app."""

from django.apps import AppConfig


class SightingsConfig(AppConfig):
    """The `sightings` app."""

    name = "mapper.sightings"
