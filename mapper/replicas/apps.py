"""How Django knows this app."""

from django.apps import AppConfig


class ReplicasConfig(AppConfig):
    """The `replicas` app."""

    name = "mapper.replicas"

    def ready(self) -> None:
        """Register the checks."""
        from mapper.replicas import checks  # noqa: F401, PLC0415  (needs the app to be ready)
