"""Which requests are answered from a replica: those that only read, of whoever just wrote nothing.

A replica is a moment behind. Whoever sent something must see it, so that her browser is given a
cookie that says no more than that, for some seconds; while it brings it, the primary answers.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from mapper.replicas.asked import asked_replica, read_from_primary, reading_from
from mapper.replicas.standbys import standbys
from mapper.settings import limits

COOKIE = "written"
_SAFE = frozenset({"GET", "HEAD"})
_WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class ReadFromReplicas:
    """Middleware that gives a request its replica; the site has it only where there are any."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from a replica where that may be."""
        with reading_from(standbys().in_turn() if may_be_behind(request) else None):
            response = self.get_response(request)
        if request.method in _WRITING and response.status_code < HTTPStatus.BAD_REQUEST:
            _remember_writing(response)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Ask the primary instead, where a replica went away in the middle of an answer.

        It may also have ended a statement that stood in the way of what it had to take in.
        """
        alias, match = asked_replica(), request.resolver_match
        if alias is None or match is None:
            return None
        if not isinstance(error, OperationalError | InterfaceError):
            return None
        read_from_primary()
        if not connections[alias].is_usable():
            standbys().leave_alone(alias)
            connections[alias].close()
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response


def may_be_behind(request: HttpRequest) -> bool:
    """Whether the answer may be a moment old.

    Not for who writes or just wrote, moderators, and programs that show a key or a receipt.
    """
    return (
        request.method in _SAFE
        and "Authorization" not in request.headers
        and COOKIE not in request.COOKIES
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )


def _remember_writing(response: HttpResponseBase) -> None:
    """Leave with the browser, and nowhere else, that something was sent just now."""
    response.set_cookie(
        COOKIE,
        "1",
        max_age=limits.WRITER_ON_PRIMARY_S,
        httponly=True,
        samesite="Strict",
        secure=settings.HTTPS,
    )
