"""Addresses of the interface for machines."""

from django.urls import path

from mapper.api.health import healthz
from mapper.api.interface import interface
from mapper.api.problems import unknown_address

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/", interface.urls),
    path("api/<path:rest>", unknown_address, name="api-unknown"),
]
