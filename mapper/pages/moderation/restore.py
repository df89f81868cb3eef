"""Taking back an act that withdrew everything of one contributor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from mapper.moderation.forms.reasons import ReasonForm
from mapper.moderation.models import Act, ActKind
from mapper.moderation.services.undo_sightings import restore_sightings
from mapper.pages.moderation.door import doing, moderators_only


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """What was withdrawn and why, and the form that restores it."""
    unrestored = Act.objects.filter(what=ActKind.UNDONE, undone_by__isnull=True)
    act = get_object_or_404(unrestored.select_related("moderator"), pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        restore_sightings(act=act, **doing(request, form.cleaned_data["reason"]))
        return redirect("moderation-log")
    context = {"act": act, "count": len(act.details["sightings"]), "form": form}
    return render(request, "moderation/restore.html", context, status=422 if form.errors else 200)
