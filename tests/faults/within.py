"""What a process within a site does for a test: one line of JSON for each thing it is told."""

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np
from django.db import connections, transaction

from mapper.cameras.changes import changes_since
from mapper.cameras.models import Camera, Loosened, SourceRecord
from mapper.tiles.index.building import (
    brought_up,
    build_index,
    index_folder,
    renew_index,
    usable_index,
)
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.current import CurrentIndex
from mapper.tiles.index.files import UnusableFileError, index_path
from mapper.tiles.index.points import Points
from mapper.tiles.index.reading import read_home_cells, read_points
from mapper.tiles.warming import warm_up

_following = CurrentIndex()
_SMALL_DISK = 100_000
"""Bytes that a file may have where the disk is said to be full."""


def listen() -> None:
    """Do what each line of the input says, and answer it."""
    warm_up()
    for line in sys.stdin:
        name, *told = json.loads(line)
        answer = _DOES[name](*told)
        # Nobody may fork with a connection open, or keep one to a database that was killed.
        connections.close_all()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def forked(work: str) -> int:
    """Begin to work in a process of its own; gives its number."""
    number = os.fork()
    if number == 0:
        with suppress(BaseException):
            _WORK[work]()
            os._exit(0)
        os._exit(1)
    return number


def ended(number: int) -> int:
    """How such a process ended, once it has: 0 when its work was done, -9 when it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def state() -> str:
    """What the file is worth: `same` when with the changes since it holds what the database does.

    `none` where there is no file; otherwise why it is not used, or what is wrong in it.
    """
    if not index_path(index_folder()).exists():
        return "none"
    try:
        kept = usable_index()
    except UnusableFileError as error:
        return str(error)
    kept = brought_up(kept, changes_since(kept.position))
    return difference(kept.index, truth())


def truth() -> CameraIndex:
    """What the database holds."""
    return CameraIndex.of(read_points(), Homes.of(read_home_cells()))


def difference(index: CameraIndex, true: CameraIndex) -> str:
    """Which part of an index is not as it is in truth, or `same`."""
    merged = index.merged()
    for name, ours, theirs in zip(
        ("ids", "codes", "words", "seen", "facings"),
        by_number(merged.base),
        by_number(true.base),
        strict=True,
    ):
        if not np.array_equal(ours, theirs):
            return f"other {name}"
    for ours, theirs in zip(merged.levels, true.levels, strict=True):
        if not all(map(np.array_equal, ours, theirs)):
            return "other counts"
    homes = (merged.homes, true.homes)
    return "same" if len({(*h.cells.tolist(), *h.counts.tolist()) for h in homes}) == 1 else "homes"


def by_number(points: Points) -> tuple[Any, ...]:
    """The columns in the order of the cameras' numbers; of facings their texts."""
    order = points.by_id
    columns = (points.ids, points.codes, points.words, points.seen)
    texts = [points.texts[number] for number in points.facings[order].tolist()]
    return (*(column[order] for column in columns), texts)


def hide(count: int) -> list[int]:
    """Hide so many cameras that anybody could see; gives their numbers."""
    public = Camera.objects.filter(hidden_on=None, home_cell=None).order_by("pk")
    numbers = list(public.values_list("pk", flat=True)[:count])
    Camera.objects.filter(pk__in=numbers).update(hidden_on="2026-10-01")
    return numbers


def followed() -> str:
    """What an index is worth that is asked again and again, as that of a worker is."""
    return difference(_following.get(), truth())


def come_to_nothing(times: int) -> None:
    """Change a camera in transactions that are given up."""
    for _ in range(times):
        with transaction.atomic():
            Camera.objects.filter(pk=Camera.objects.earliest("pk").pk).update(height_m=3)
            transaction.set_rollback(True)


def counted() -> list[int]:
    """Cameras and records, and what is off that will be brought back."""
    return [model.objects.count() for model in (Camera, SourceRecord, Loosened)]


def make_on_a_full_disk() -> None:
    """Make the index where no file may grow; fails where what is used then is not the truth."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (_SMALL_DISK, _SMALL_DISK))
    if difference(build_index().index, truth()) != "same":
        raise ValueError


_WORK: dict[str, Callable[[], Any]] = {
    "make": build_index,
    "merge": renew_index,
    "make on a full disk": make_on_a_full_disk,
}
_DOES: dict[str, Callable[..., Any]] = {
    "forked": forked,
    "ended": ended,
    "state": state,
    "followed": followed,
    "come to nothing": come_to_nothing,
    "hide": hide,
    "counted": counted,
    "make": lambda: build_index() and None,
    "renew": lambda: renew_index() and None,
}
