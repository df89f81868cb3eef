"""Errors as problem details (RFC 9457)."""

from datetime import timedelta
from http import HTTPStatus
from math import ceil
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from mapper.contributors.rules.senders import RefusedSenderError
from mapper.settings import limits
from mapper.tiles.index.current import IndexBeingBuiltError

MEDIA_TYPE = "application/problem+json"


class BadQueryError(ValueError):
    """A query that cannot be answered; its text says why in words a person can use."""


class UnfitError(ValueError):
    """A field of what was sent that cannot be taken; its text says why in words."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.reason = field, reason


def problem(status: int, detail: str, **further: Any) -> JsonResponse:  # noqa: ANN401
    """An answer that says what was wrong, with further members where there is more to say."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    content |= {"detail": detail, **further}
    return JsonResponse(content, status=status, content_type=MEDIA_TYPE)


def answer_problems(api: NinjaAPI) -> None:
    """Make an interface answer what goes wrong in it with problem details."""
    api.add_exception_handler(BadQueryError, _bad_query)
    api.add_exception_handler(UnfitError, _unfit)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(RefusedSenderError, _refused)
    api.add_exception_handler(IndexBeingBuiltError, _not_yet)
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


def _unfit(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return _fields_problem([{"field": error.field, "reason": error.reason}])


def _invalid(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    if all(one["loc"][0] == "query" for one in error.errors):
        said = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
        return problem(HTTPStatus.BAD_REQUEST, f"{said}.")
    return _fields_problem(
        [{"field": _field_of(one["loc"]), "reason": f"{one['msg']}."} for one in error.errors]
    )


def _refused(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    answer = problem(error.status, error.reason)
    if error.status == HTTPStatus.TOO_MANY_REQUESTS:
        answer["Retry-After"] = str(_seconds_until_midnight())
    return answer


def _not_yet(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    said = "The cameras cannot be told just now. Ask again in a few seconds."
    answer = problem(HTTPStatus.SERVICE_UNAVAILABLE, said)
    answer["Retry-After"] = str(limits.INDEX_RETRY_S)
    return answer


def _seconds_until_midnight() -> int:
    """How long until allowances begin anew, with the next day of UTC."""
    now = timezone.now()
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return ceil((midnight - now).total_seconds())


def _fields_problem(errors: list[dict[str, str]]) -> JsonResponse:
    """422, naming every unfit field and the reason."""
    said = " ".join(f"{one['field']}: {one['reason']}" for one in errors)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, said, errors=errors)


def _field_of(place: tuple[Any, ...]) -> str:
    """The path of a field as its sender wrote it: without where it came in and our name for it."""
    if place[0] == "header":
        return str(place[-1])
    return ".".join(str(part) for part in place[2:]) or "body"


def _unknown(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.")


def _http_error(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return problem(error.status_code, str(error))


def _suspicious(request: HttpRequest, error: Any) -> JsonResponse:  # noqa: ANN401, ARG001
    return problem(HTTPStatus.BAD_REQUEST, "The request is not one we can read.")
