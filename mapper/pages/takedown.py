"""Asking for a camera to be taken off the map, and the page that tells what became of it."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import RefusedSenderError, sender_of
from mapper.moderation.forms.takedown import TakedownForm
from mapper.moderation.models import Takedown, TakedownReason
from mapper.moderation.services.ask_takedown import Plea, ask_takedown
from mapper.pages.camera.words import title_of
from mapper.settings import limits
from mapper.sightings.rules.receipts import number_in, receipt_for
from mapper.vocabulary import Kind, Role


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def takedown(request: HttpRequest) -> HttpResponse:
    """The form, which needs no account; sent, it hides the camera and gives a page to come back to.

    What is wrong with an answer is said beside it, and nothing typed is lost.
    """
    if request.method != "POST":
        return _show(request, _empty_form(request))
    form = TakedownForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    try:
        asked = _ask(request, form)
    except RefusedSenderError as refusal:
        form.add_error(None, refusal.reason)
        return _show(request, form, status=refusal.status)
    if asked is None:
        form.add_error("camera", "There is no such camera.")
        return _show(request, form, status=422)
    return redirect("takedown-status", receipt_for(asked.pk, "takedown"))


@never_cache
@require_safe
def takedown_status(request: HttpRequest, receipt: str) -> HttpResponse:
    """What was done, what will happen, and later what was decided and why."""
    number = number_in(receipt, "takedown")
    asked = get_object_or_404(Takedown.objects.select_related("camera"), pk=number)
    context = {"takedown": asked, "kept_days": limits.KEPT_FOR_DAYS}
    return render(request, "takedown/status.html", context)


def _empty_form(request: HttpRequest) -> TakedownForm:
    if "camera" not in request.GET:
        return TakedownForm()
    return TakedownForm(initial={"camera": _asked_for(request.GET["camera"]).pk})


def _asked_for(number: str) -> Camera:
    if not (number.isascii() and number.isdigit()):
        raise Http404
    return get_object_or_404(Camera.objects.public(), pk=number)


def _ask(request: HttpRequest, form: TakedownForm) -> Takedown | None:
    """The takedown that a form made, now or when it was sent before; None without a camera."""
    earlier = Takedown.objects.filter(form_key=form.form_key()).first()
    camera = Camera.objects.public().filter(pk=form.cleaned_data["camera"]).first()
    if earlier or camera is None:
        return earlier
    plea = Plea(
        camera=camera,
        reason=TakedownReason(form.cleaned_data["reason"]),
        explanation=form.cleaned_data["explanation"],
        form_key=form.form_key(),
    )
    sender = sender_of(request.META, key=None)
    return ask_takedown(plea=plea, sender=sender, day=timezone.now().date(), by=Role.RESIDENT)


def _show(request: HttpRequest, form: TakedownForm, status: int = 200) -> HttpResponse:
    """The form with the token it was sent with, or a fresh one, about the camera it names."""
    token = form.cleaned_data.get("token") if form.is_bound else None
    named = form.cleaned_data.get("camera") if form.is_bound else form.initial.get("camera")
    camera = Camera.objects.public().filter(pk=named).first() if named else None
    context = {
        "form": form,
        "token": token or uuid4(),
        "camera": camera,
        "title": title_of(Kind(camera.kind)) if camera else "",
    }
    return render(request, "takedown/takedown.html", context, status=status)
