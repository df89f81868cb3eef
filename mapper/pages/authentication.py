"""Who is signed in, asked as the framework does, without a request that holds on to itself."""

from typing import cast

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class Authentication(AuthenticationMiddleware):
    """Lets go of the user when a request is answered.

    The framework gives a request a function that holds the request: such circles are left for the
    garbage collector, and with thousands of requests a second everybody waits for that.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the user at hand until then."""
        response = cast("HttpResponseBase", super().__call__(request))
        for name in ("user", "auser"):
            request.__dict__.pop(name, None)
        return response
