"""The pages for what went wrong: not found, a bad request, our own fault, too old, too early."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mapper.settings import limits


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: the request was too large or made no sense to us."""
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: says what to do next, and looks the same for what is forbidden and what is unknown."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; the page needs no database.

    Where that was away, gave up after the time it has, or ended one of two acts that waited for
    each other, the same may go well in a moment: 503.
    """
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return not_yet(request)
    return render(request, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: the form was open too long, or cookies are off; what was typed can be sent again."""
    return render(request, "403_csrf.html", status=403)


def not_yet(request: HttpRequest) -> HttpResponse:
    """503: the cameras are being sorted, which takes seconds, or the database does not answer."""
    answer = render(request, "503.html", status=503)
    answer["Retry-After"] = str(limits.INDEX_RETRY_S)
    return answer
