"""What every page shows of the site itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone


def site_context(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001  (Django's signature)
    """The day, the service worker (but not in debugging), the outside layer the operator named."""
    return {
        "day": timezone.now().date().isoformat(),
        "service_worker": "" if settings.DEBUG else reverse("service-worker"),
        "raster_template": settings.RASTER_TEMPLATE,
        "raster_attribution": settings.RASTER_ATTRIBUTION,
    }
