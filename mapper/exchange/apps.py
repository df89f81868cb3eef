"""How Django knows this app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The `exchange` app."""

    name = "mapper.exchange"
