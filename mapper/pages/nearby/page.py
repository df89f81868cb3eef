"""`/nearby/`: what needs doing where somebody is, the nearest first."""

from collections.abc import Iterable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mapper.pages.camera.words import title_of
from mapper.pages.camera_list.streets import street_names
from mapper.pages.here import here_in, where
from mapper.pages.nearby.around import Around, around
from mapper.pages.nearby.kinds.disputed import disputed
from mapper.pages.nearby.kinds.facing import facing
from mapper.pages.nearby.kinds.stale import stale
from mapper.pages.nearby.kinds.streets import streets
from mapper.pages.nearby.kinds.unseen import unseen
from mapper.pages.nearby.task import Task
from mapper.settings import limits
from mapper.vocabulary import Kind

# A camera is asked about once, for the first of these reasons.
KINDS = (disputed, unseen, stale, facing, streets)


@never_cache
@require_safe
def nearby(request: HttpRequest) -> HttpResponse:
    """The list for a position; eight queries at most. Without a position it asks where."""
    try:
        here = here_in(request.GET)
    except ValueError as problem:
        context = where(request.GET, f"{problem}")
        return render(request, "nearby/where.html", context, status=400)
    if here is None:
        return render(request, "nearby/where.html", where(request.GET))
    tasks = tasks_of(around(here, timezone.now().date()))
    context = {"here": here, "rows": _rows(tasks), "token": uuid4(), "near_m": limits.NEARBY_M}
    return render(request, "nearby/nearby.html", context)


def tasks_of(known: Around) -> list[Task]:
    """Every kind of task within reach on foot, the nearest first, a camera once at most."""
    tasks: dict[object, Task] = {}
    for kind in KINDS:
        for task in kind(known):
            tasks.setdefault(task.camera or task.street, task)
    near = [task for task in tasks.values() if task.metres <= limits.NEARBY_M]
    near.sort(key=lambda task: task.metres)
    return near[: limits.NEARBY_TASKS]


def _rows(tasks: Iterable[Task]) -> list[tuple[Task, str]]:
    """Each task with what it is about, in words; one query."""
    listed = list(tasks)
    names = street_names([(task.here.lon, task.here.lat) for task in listed])
    return [(task, _title(task, name)) for task, name in zip(listed, names, strict=True)]


def _title(task: Task, street: str) -> str:
    if task.camera is None:
        return ""
    kind = title_of(Kind(task.camera.kind))
    return f"{kind}, {street}" if street else kind
