"""What every page shows of the site itself."""

from django.test import RequestFactory
from pytest_django.fixtures import Settings

from mapper.pages.site import site_context


def test_an_outside_layer_is_told_only_where_the_operator_named_one(
    rf: RequestFactory, settings: Settings
) -> None:
    assert site_context(rf.get("/"))["raster_template"] == ""
    settings.RASTER_TEMPLATE = "https://tiles.example/{z}/{x}/{y}.png"
    settings.RASTER_ATTRIBUTION = "A surveyor"
    context = site_context(rf.get("/"))
    assert context["raster_template"] == "https://tiles.example/{z}/{x}/{y}.png"
    assert context["raster_attribution"] == "A surveyor"


def test_a_worker_is_registered_but_not_while_debugging(
    rf: RequestFactory, settings: Settings
) -> None:
    assert site_context(rf.get("/"))["service_worker"] == "/service-worker.js"
    settings.DEBUG = True
    assert site_context(rf.get("/"))["service_worker"] == ""
