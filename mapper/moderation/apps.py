"""How Django knows this app."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """The `moderation` app."""

    name = "mapper.moderation"
