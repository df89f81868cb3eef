"""`/offline/`: what is shown in place of a page that was not kept, while there is no connection."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page; asks the database nothing."""
    return render(request, "offline/offline.html")
