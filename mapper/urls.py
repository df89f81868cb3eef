"""Every address of the site: pages for people, the interface for machines, tiles."""

from django.urls import include, path

urlpatterns = [
    path("", include("mapper.pages.urls")),
    path("", include("mapper.tiles.urls")),
    path("", include("mapper.api.urls")),
]

handler400 = "mapper.pages.errors.bad_request"
handler404 = "mapper.pages.errors.not_found"
handler500 = "mapper.pages.errors.server_error"
