"""How Django knows this app."""

from django.apps import AppConfig


class ContributorsConfig(AppConfig):
    """The `contributors` app."""

    name = "mapper.contributors"
