"""The door to the moderators' desk: to everybody else nothing is behind it."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypedDict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from mapper.moderation.models import Moderator
from mapper.vocabulary import Role

View = Callable[..., HttpResponse]


class Doing(TypedDict):
    """Who does something, why, and when: what every service of moderation asks for."""

    moderator: Moderator
    reason: str
    day: date
    by: Role


def moderators_only(view: View) -> View:
    """Open a page to moderators; for anybody else every method is answered as an unknown address.

    Forms are checked for their token only once it is known that a moderator sends them: a
    refusal would tell that there is something here. Without a cookie of hers nothing is read, and
    so the answer does not even say that it varies with cookies.
    """
    inside = csrf_protect(never_cache(view))

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            raise Http404
        if not isinstance(request.user, Moderator):
            raise Http404
        answer: HttpResponse = inside(request, *args, **kwargs)
        return answer

    return door


def doing(request: HttpRequest, reason: str) -> Doing:
    """Who does it, why, and that it is done today; only behind the door."""
    if not isinstance(request.user, Moderator):
        raise Http404
    day = timezone.now().date()
    return Doing(moderator=request.user, reason=reason, day=day, by=Role.MODERATOR)
