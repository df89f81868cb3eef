"""Every act of every moderator, with its reason, the newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mapper.geometry.cells import centre_of
from mapper.moderation.models import Act, ActKind
from mapper.pages.moderation.door import moderators_only
from mapper.settings import limits


@moderators_only
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """So many acts, those before the one named by `before`."""
    acts = Act.objects.exclude(what=ActKind.ASKED).order_by("-pk")
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < len(str(2**63)):
        acts = acts.filter(pk__lt=int(before))
    found = list(acts.select_related("moderator", "camera", "undone_by")[: limits.DESK_ROWS + 1])
    shown = found[: limits.DESK_ROWS]
    context = {
        "acts": [(act, subject_of(act), can_be_undone(act)) for act in shown],
        "older": shown[-1].pk if len(found) > len(shown) else None,
    }
    return render(request, "moderation/log.html", context)


def subject_of(act: Act) -> str:
    """What an act was about, where it was no single camera; never who a contributor is."""
    match act.details:
        case {"moderator": str(name)}:
            return name
        case {"cell": int(cell)}:
            lon, lat = centre_of(cell, limits.LOCKED_CELL_ZOOM)
            return f"Cell around {lat:.4f}, {lon:.4f}"
        case {"sightings": list(sightings)}:
            return f"{len(sightings)} sightings"
        case {"text": str(aspect)}:
            return f"Text: {aspect}"
    return ""


def can_be_undone(act: Act) -> bool:
    """Whether an act withdrew sightings that nobody has restored yet."""
    return act.what == ActKind.UNDONE and not hasattr(act, "undone_by")
