"""A Django site that serves the cameras with django-vectortiles, as its documentation shows it."""

import os

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={
        "default": {
            "ENGINE": "django.contrib.gis.db.backends.postgis",
            "HOST": os.environ["CITY_HOST"],
            "USER": "postgres",
            "NAME": "mapper",
            "CONN_MAX_AGE": 600,
            "OPTIONS": {"options": "-c search_path=flat,public"},
        }
    },
    INSTALLED_APPS=["django.contrib.gis", "vectortiles"],
    ROOT_URLCONF="vectortiles_site",
)
django.setup()

from django.contrib.gis.db import models  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from vectortiles import VectorLayer  # noqa: E402
from vectortiles.views import MVTView  # noqa: E402

FIELDS = ("kind", "state", "operator_type", "face_recognition", "plate_reading", "lifecycle")


class Camera(models.Model):
    """A row of the flat table."""

    location = models.PointField()
    kind = models.TextField()
    state = models.TextField()
    operator_type = models.TextField()
    face_recognition = models.TextField()
    plate_reading = models.TextField()
    lifecycle = models.TextField()
    facings = models.TextField()

    class Meta:
        app_label = "vectortiles"
        managed = False
        db_table = "camera"

    def __str__(self) -> str:
        return f"camera {self.pk}"


class Cameras(VectorLayer):  # type: ignore[misc]  # it ships no types
    """Every camera of a tile with its attributes."""

    model = Camera
    id = "cameras"
    geom_field = "location"
    tile_fields = ("id", *FIELDS, "facings")


class Tiles(MVTView):  # type: ignore[misc]  # it ships no types
    """The tiles."""

    layer_classes = [Cameras]


urlpatterns = [
    Tiles.get_url(prefix="tiles"),
    path("", lambda _: HttpResponse("here")),
]
application = get_wsgi_application()
