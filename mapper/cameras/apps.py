"""How Django knows this app."""

from django.apps import AppConfig


class CamerasConfig(AppConfig):
    """The `cameras` app."""

    name = "mapper.cameras"
