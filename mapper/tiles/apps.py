"""How Django knows this app."""

from django.apps import AppConfig


class TilesConfig(AppConfig):
    """The `tiles` app."""

    name = "mapper.tiles"

    def ready(self) -> None:
        """Register the checks."""
        from mapper.tiles import checks  # noqa: F401, PLC0415  (needs the app to be ready)
