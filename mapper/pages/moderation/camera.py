"""One camera at the desk: who asks about it and why, what was said of it, and its judgement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.moderation.forms.reasons import CameraForm
from mapper.moderation.services.judge_camera import keep_hidden, keep_shown, take_down
from mapper.pages.camera.history import history_of
from mapper.pages.camera.small_map import small_map
from mapper.pages.camera.words import title_of
from mapper.pages.moderation.door import Doing, doing, moderators_only
from mapper.settings import limits
from mapper.vocabulary import Kind, State


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def camera(request: HttpRequest, pk: int) -> HttpResponse:
    """The camera, hidden or not; one at a private home stays unknown here too."""
    found = get_object_or_404(Camera.objects.filter(home_cell__isnull=True), pk=pk)
    form = CameraForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        _judge(found, form, doing(request, form.cleaned_data["reason"]))
        return redirect("moderation")
    return render(
        request, "moderation/camera.html", _context(found, form), status=422 if form.errors else 200
    )


def _judge(found: Camera, form: CameraForm, act: Doing) -> None:
    match form.cleaned_data["what"]:
        case "show":
            keep_shown(camera=found, **act)
        case "hide":
            keep_hidden(camera=found, **act)
        case _:
            take_down(camera=found, invented=form.cleaned_data["invented"], **act)


def _context(found: Camera, form: CameraForm) -> dict[str, object]:
    today = timezone.now().date()
    sightings = found.sightings.prefetch_related("claims", "texts").order_by("-received_on", "-pk")
    return {
        "camera": found,
        "title": title_of(Kind(found.kind)),
        "kind_icon": f"kind-{found.kind}",
        "state": state_on(State(found.state), found.last_seen_on, today),
        "small_map": small_map(found),
        "pleas": found.takedowns.all(),
        "acts": found.acts.select_related("moderator").order_by("-pk")[: limits.DESK_ROWS],
        "history": history_of(found, found.records.select_related("source")),
        "sightings": sightings[: limits.DESK_ROWS],
        "form": form,
    }
