"""One text that somebody wrote freely, and its release or refusal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from mapper.moderation.forms.reasons import TextForm
from mapper.moderation.services.judge_text import refuse_text, release_text
from mapper.pages.moderation.door import doing, moderators_only
from mapper.sightings.models import HeldText


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with what is known of its sighting; judged, back to the queue."""
    held = get_object_or_404(HeldText.objects.select_related("sighting__camera"), pk=pk)
    form = TextForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        decide = release_text if form.cleaned_data["what"] == "release" else refuse_text
        decide(text=held, **doing(request, form.cleaned_data["reason"]))
        return redirect("moderation")
    context = {"held": held, "form": form}
    return render(request, "moderation/text.html", context, status=422 if form.errors else 200)
