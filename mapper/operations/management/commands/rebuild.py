"""`rebuild`: works out anew, or checks, what follows from sightings, records and events."""

import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Model
from django.utils import timezone

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.contributors.services.rebuild_standing import (
    StandingDifference,
    differing_standing,
    rebuild_standing,
)
from mapper.operations.batches import id_batches
from mapper.operations.progress import Progress
from mapper.sightings.services.decide_cameras import Decision
from mapper.sightings.services.rebuild_cameras import differing_cameras, rebuild_cameras
from mapper.vocabulary import Role

Lines = Callable[[list[int]], Iterator[str]]


class Command(BaseCommand):
    """Go through contributors, then cameras, and say which differ and how."""

    help = (
        "Work out standing and cameras anew from sightings, records and events."
        " With --check, change nothing and fail where anything differs."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether only to look."""
        parser.add_argument("--check", action="store_true", help="change nothing, only say")

    def handle(self, *_args: Any, check: bool, **_options: Any) -> None:
        """Rebuild or check; one line for each row that differs."""
        progress = Progress(sys.stderr)
        try:
            found = sum(
                self._go_through(model, lines, progress)
                for model, lines in (
                    (Contributor, _standing_lines(check=check)),
                    (Camera, _camera_lines(check=check)),
                )
            )
        finally:
            progress.close()
        if check and found:
            raise CommandError(f"{_rows(found)} not as they follow; `rebuild` mends them.")
        self.stdout.write(f"{_rows(found)} mended." if found else "Everything is as it follows.")

    def _go_through(self, model: type[Model], lines: Lines, progress: Progress) -> int:
        done, found, total = 0, 0, model._default_manager.count()
        for batch in id_batches(model):
            for line in lines(batch):
                self.stdout.write(line)
                found += 1
            done += len(batch)
            progress(f"Looking at {model._meta.verbose_name_plural}", done, total)
        return found


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _standing_lines(*, check: bool) -> Lines:
    look = differing_standing if check else rebuild_standing
    return lambda ids: map(standing_words, look(ids))


def _camera_lines(*, check: bool) -> Lines:
    def look(ids: Collection[int]) -> list[Decision]:
        if check:
            return differing_cameras(ids)
        return rebuild_cameras(ids=ids, day=timezone.now().date(), by=Role.OPERATOR)

    return lambda ids: map(camera_words, look(ids))


def standing_words(difference: StandingDifference) -> str:
    """`contributor 7: has_standing is True and should be False`."""
    stored, rebuilt = difference.stored, difference.rebuilt
    pairs = {
        "has_standing": (stored.has_standing, rebuilt.has_standing),
        "standing_until": (stored.standing_until, rebuilt.standing_until),
    }
    return f"{difference.contributor}: {_differing(pairs)}"


def camera_words(decision: Decision) -> str:
    """`camera 7: state is gone and should be confirmed`; of a private home, only the names."""
    camera, before = decision.camera, decision.before
    if camera.home_cell is not None or before.get("home_cell") is not None:
        return f"{camera}: {', '.join(before)} differ"
    return f"{camera}: {_differing({name: (before[name], _now(camera, name)) for name in before})}"


def _now(camera: Camera, name: str) -> object:
    return camera.location.coords if name == "location" else getattr(camera, name)


def _differing(pairs: Mapping[str, tuple[object, object]]) -> str:
    return "; ".join(
        f"{name} is {stored} and should be {rebuilt}"
        for name, (stored, rebuilt) in pairs.items()
        if stored != rebuilt
    )
