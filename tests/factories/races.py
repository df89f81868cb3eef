"""Two things at one moment, put in the order that goes wrong."""

from types import ModuleType

import pytest
from django.utils import timezone

from mapper.cameras.models import Camera


def hidden_on_the_way(patch: pytest.MonkeyPatch, module: ModuleType, service: str) -> None:
    """Have every camera hidden after what was sent was checked, and before `service` stores it."""
    stores = getattr(module, service)

    def late(*given: object, **named: object) -> object:
        Camera.objects.update(hidden_on=timezone.now().date())
        return stores(*given, **named)

    patch.setattr(module, service, late)
