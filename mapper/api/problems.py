"""Errors as problem details (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

MEDIA_TYPE = "application/problem+json"


class BadQueryError(ValueError):
    """A query that cannot be answered; its text says why in words a person can use."""


def problem(status: int, detail: str) -> JsonResponse:
    """An answer that says what was wrong."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return JsonResponse({**content, "detail": detail}, status=status, content_type=MEDIA_TYPE)


def answer_problems(api: NinjaAPI) -> None:
    """Make an interface answer what goes wrong in it with problem details."""
    api.add_exception_handler(BadQueryError, _bad_query)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Http404, _unknown)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(SuspiciousOperation, _suspicious)


@csrf_exempt
def unknown_address(request: HttpRequest, rest: str) -> JsonResponse:  # noqa: ARG001
    """404 for whatever else is asked of the interface."""
    return problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.")


def _bad_query(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    said = str(error)
    return problem(HTTPStatus.BAD_REQUEST, f"{said[:1].upper()}{said[1:]}.")


def _invalid(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    said = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
    return problem(HTTPStatus.BAD_REQUEST, f"{said}.")


def _unknown(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.")


def _http_error(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return problem(error.status_code, str(error))


def _suspicious(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return problem(HTTPStatus.BAD_REQUEST, "The request is not one we can read.")
