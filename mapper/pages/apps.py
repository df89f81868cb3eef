"""How Django knows this app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """The `pages` app."""

    name = "mapper.pages"
