"""The cells of the map that are locked against new sightings, locking one and opening one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mapper.geometry.cells import cell_of, centre_of
from mapper.moderation.forms.reasons import LockForm, UnlockForm
from mapper.moderation.services.lock_cell import lock_cell, unlock_cell
from mapper.pages.moderation.door import doing, moderators_only
from mapper.settings import limits
from mapper.sightings.models import LockedCell


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def cells(request: HttpRequest) -> HttpResponse:
    """What is locked and until when; the form for a lock, and one to open each."""
    if request.method != "POST":
        return _show(request, LockForm())
    if "cell" in request.POST:
        return _unlock(request, UnlockForm(request.POST))
    return _lock(request, LockForm(request.POST))


def _lock(request: HttpRequest, form: LockForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, form)
    lat, lon = form.cleaned_data["position"]
    lock_cell(
        cell=cell_of(lon, lat, limits.LOCKED_CELL_ZOOM),
        days=form.cleaned_data["days"],
        **doing(request, form.cleaned_data["reason"]),
    )
    return redirect("moderation-cells")


def _unlock(request: HttpRequest, form: UnlockForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, LockForm(), form)
    unlock_cell(cell=form.cleaned_data["cell"], **doing(request, form.cleaned_data["reason"]))
    return redirect("moderation-cells")


def _show(request: HttpRequest, form: LockForm, unlock: UnlockForm | None = None) -> HttpResponse:
    locks = LockedCell.objects.filter(until__gte=timezone.now().date()).order_by("until", "pk")
    context = {
        "locks": [(lock, *centre_of(lock.cell, limits.LOCKED_CELL_ZOOM)) for lock in locks],
        "form": form,
        "problems": unlock.errors.get("reason", []) if unlock else [],
        "zoom": limits.LOCKED_CELL_ZOOM,
        "max_days": limits.LOCK_MAX_DAYS,
    }
    wrong = form.errors or (unlock and unlock.errors)
    return render(request, "moderation/cells.html", context, status=422 if wrong else 200)
