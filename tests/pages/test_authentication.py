"""Who is signed in is known while a request is answered, and the request is gone afterwards."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from mapper.pages.authentication import Authentication


@pytest.fixture(autouse=True)
def _without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


def asked() -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = {}  # type: ignore[assignment]
    return request


def test_the_user_is_at_hand_until_it_is_answered() -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(type(request.user._wrapped).__name__)

    request = asked()
    request._cached_user = AnonymousUser()  # type: ignore[attr-defined]
    assert Authentication(answer)(request).status_code == 200
    assert not hasattr(request, "user")


def test_no_request_is_left_for_the_garbage_collector() -> None:
    request = asked()
    Authentication(lambda _: HttpResponse())(request)
    gone = weakref.ref(request)
    del request
    assert gone() is None


@pytest.mark.django_db
def test_neither_is_one_that_the_whole_site_answered_without_a_page() -> None:
    site = get_wsgi_application()
    told: list[str] = []

    def answer() -> None:
        environ = RequestFactory().get("/tiles/cameras.json").environ
        site(environ, lambda status, _: told.append(status)).close()

    answer()
    answer()
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    answer()
    gc.collect()
    assert told == ["200 OK"] * 3
    assert not [left for left in gc.garbage if isinstance(left, HttpRequest)]
