"""Letting the pages of others read what is public: tiles and the interface (CORS)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

_OPEN = ("/api/", "/tiles/")


class OpenDoors:
    """Middleware that lets scripts of any origin read tiles and the interface; both are public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and say that anybody may read it."""
        response = self.get_response(request)
        # What is sent is not open: no page elsewhere may log sightings in its readers' name.
        if request.path_info.startswith(_OPEN) and request.method != "POST":
            response["Access-Control-Allow-Origin"] = "*"
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response
