"""The policy that is remembered is word for word the one that django-csp writes."""

from typing import Any

import pytest
from csp.constants import HEADER
from csp.exceptions import CSPNonceError
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from mapper.pages.policy import Policy


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"tile")


def with_nonce(request: Any) -> HttpResponse:
    return HttpResponse(f"{request.csp_nonce}")


def answer(middleware: CSPMiddleware) -> HttpResponse:
    answer = middleware(RequestFactory().get("/"))
    assert isinstance(answer, HttpResponse)
    return answer


def test_the_first_and_every_later_answer_bears_the_sites_policy() -> None:
    written = answer(CSPMiddleware(plain))[HEADER]
    remembering = Policy(plain)
    assert [answer(remembering)[HEADER] for _ in range(3)] == [written] * 3


def test_a_nonce_is_each_answers_own_and_is_not_remembered() -> None:
    middleware = Policy(plain)
    first = answer(middleware)
    middleware.get_response = with_nonce
    second, third = answer(middleware), answer(middleware)
    middleware.get_response = plain
    last = answer(middleware)
    assert f"'nonce-{second.content.decode()}'" in second[HEADER]
    assert f"'nonce-{third.content.decode()}'" in third[HEADER]
    assert second.content != third.content
    assert first[HEADER] == last[HEADER]
    assert "nonce-" not in last[HEADER]


@pytest.mark.parametrize("place", [0, 1])
def test_a_nonce_asked_for_too_late_is_an_error(place: int) -> None:
    middleware = Policy(plain)
    requests = [RequestFactory().get("/"), RequestFactory().get("/")]
    for request in requests:
        middleware(request)
    with pytest.raises(CSPNonceError):
        str(requests[place].csp_nonce)  # type: ignore[attr-defined]


def test_an_answers_own_policy_is_kept() -> None:
    def own(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={HEADER: "default-src 'none'"})

    middleware = Policy(own)
    assert {answer(middleware)[HEADER] for _ in range(2)} == {"default-src 'none'"}


def test_an_exempt_answer_has_none() -> None:
    def exempt(request: HttpRequest) -> HttpResponse:
        response: Any = HttpResponse()
        response._csp_exempt = True
        return response  # type: ignore[no-any-return]

    assert HEADER not in answer(Policy(exempt))


def test_pages_for_developers_are_left_alone(settings: Settings) -> None:
    middleware = Policy(lambda request: HttpResponse(status=404))
    assert HEADER in answer(middleware)
    settings.DEBUG = True
    assert HEADER not in answer(middleware)
