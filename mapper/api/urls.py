"""Addresses of the interface for machines."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from mapper.api.health import healthz
from mapper.api.interface import interface
from mapper.api.problems import unknown_address


class AnythingConverter(StringConverter):
    """Whatever comes, also slashes and line ends."""

    regex = r"[\s\S]+"


register_converter(AnythingConverter, "anything")

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/", interface.urls),
    path("api/<anything:rest>", unknown_address, name="api-unknown"),
]
