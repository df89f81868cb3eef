"""How Django knows this app."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """The `operations` app."""

    name = "mapper.operations"
