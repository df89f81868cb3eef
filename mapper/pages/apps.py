"""How Django knows this app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The `pages` app."""

    name = "mapper.pages"

    def ready(self) -> None:
        """Register the checks."""
        from mapper.pages import checks  # noqa: F401, PLC0415  (needs the app to be ready)
