"""How Django knows this app."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """The `coverage` app."""

    name = "mapper.coverage"
