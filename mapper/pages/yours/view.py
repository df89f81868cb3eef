"""Your sightings: the page that shows, to whoever has the key, what was sent with it."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mapper.contributors.models import Contributor
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.rules.senders import sender_of
from mapper.pages.yours.acts import Asked, act_on
from mapper.pages.yours.forms import KeyForm
from mapper.pages.yours.record import record_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def yours(request: HttpRequest) -> HttpResponse:
    """Ask for the key; with it do what a button asks for, and show what was sent.

    The key comes in a form alone, never in an address, which browsers keep.
    """
    if request.method != "POST":
        return render(request, "yours/yours.html", {"form": KeyForm()})
    form = KeyForm(request.POST)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return render(request, "yours/yours.html", {"form": form}, status=status)
    return _show(request, form.cleaned_data["key"])


def _show(request: HttpRequest, key: str) -> HttpResponse:
    today = timezone.now().date()
    asked = Asked(key, _known(key), sender_of(request.META, key), request.POST, today)
    outcome = act_on(asked)
    # Asked anew: what was done may have made her known, or forgotten her.
    contributor = _known(key)
    record = record_of(contributor, today) if contributor else None
    context = {"form": KeyForm(), "key": key, "record": record, **outcome}
    return render(request, "yours/yours.html", context, status=outcome.get("status", HTTPStatus.OK))


def _known(key: str) -> Contributor | None:
    return Contributor.objects.filter(key_hash=key_hash(key)).first()
