"""Signing in as a moderator, and out again."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.contributors.services.admit_sender import admit_address
from mapper.moderation.forms.sign_in import SignInForm
from mapper.moderation.models import Moderator
from mapper.moderation.services.moderators import sign_out_everywhere
from mapper.settings import limits
from mapper.vocabulary import Role

WRONG = "This name and this passphrase do not belong together."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form for moderators; what is wrong is not told more exactly than it must be."""
    if request.method != "POST":
        return _show(request, SignInForm())
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    try:
        moderator = _moderator(request, form)
    except RefusedSenderError as refusal:
        form.add_error(None, refusal.reason)
        return _show(request, form, status=refusal.status)
    if moderator is None:
        form.add_error(None, WRONG)
        return _show(request, form, status=422)
    login(request, moderator)
    return redirect("moderation")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End every session of hers, also a copied one; without a session it does nothing."""
    if isinstance(request.user, Moderator):
        day = timezone.now().date()
        sign_out_everywhere(moderator=request.user, day=day, by=Role.MODERATOR)
        logout(request)
    return redirect("map")


def _moderator(request: HttpRequest, form: SignInForm) -> Moderator | None:
    """Who signs in; each attempt is taken from what her address may try today."""
    admit_address(
        sender=sender_of(request.META, key=None),
        purpose="sign-in",
        most=limits.SIGN_INS_PER_ADDRESS,
        day=timezone.now().date(),
    )
    told = form.cleaned_data
    found = authenticate(request, username=told["name"], password=told["passphrase"])
    return found if isinstance(found, Moderator) else None


def _show(request: HttpRequest, form: SignInForm, status: int = 200) -> HttpResponse:
    return render(request, "moderation/sign_in.html", {"form": form}, status=status)
