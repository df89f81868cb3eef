"""How Django knows this app."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """The `surveys` app."""

    name = "mapper.surveys"
