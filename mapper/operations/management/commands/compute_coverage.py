"""`compute_coverage`: works out what cameras see, cell by cell, and sums it for every place."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mapper.coverage.all_cells import (
    all_cells,
    cells_of_place,
    cells_with_cameras,
    current_cells,
)
from mapper.coverage.inputs import inputs_now
from mapper.coverage.models import PlacePart
from mapper.coverage.services.compute_cells import blocks_of, keep_up
from mapper.coverage.services.follow_events import follow_events
from mapper.coverage.services.store_cells import store_cells
from mapper.coverage.services.store_place_figures import store_place_figures
from mapper.operations.coverage_work import Spread, here, in_processes, on_cluster
from mapper.operations.importing import INTERRUPTED
from mapper.operations.progress import Progress
from mapper.places.models import Place

_NOT_INSTALLED = (
    "Spreading over a cluster needs the package “distributed”: uv pip install '.[cluster]' here"
    " and on every worker."
)


class Command(BaseCommand):
    """Compute the cells that are due, store each as soon as it is whole, and sum the places."""

    help = (
        "Work out which streets are in view of cameras, and sum it for every place. What was"
        " computed from the same ground before is not computed again, so it can be interrupted."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where, how much, and by whom."""
        parser.add_argument("--place", metavar="SLUG", help="only the cells of this place")
        parser.add_argument("--all", action="store_true", help="also what is not due")
        who = parser.add_mutually_exclusive_group()
        who.add_argument("--workers", type=int, metavar="N", help="processes; all cores unasked")
        who.add_argument("--scheduler", metavar="ADDRESS", help="a dask scheduler, as tcp://…")

    def handle(self, *_: Any, **options: Any) -> None:
        """Compute, and say how much; exit code 1 where something is not there."""
        place = self._place(options["place"])
        spread = self._spread(options)
        progress = Progress(sys.stderr)
        try:
            self._compute(place, spread, progress, every=options["all"])
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted: whole cells are stored; run again for the rest.",
                returncode=INTERRUPTED,
            ) from None
        finally:
            progress.close()

    def _compute(
        self, place: Place | None, spread: Spread, progress: Progress, *, every: bool
    ) -> None:
        today = timezone.now().date()
        while follow_events(today=today):
            pass
        inputs = inputs_now()
        cameras = cells_with_cameras()
        cells = cells_of_place(place) if place else all_cells() | set(cameras)
        due = cells if every else cells - current_cells(inputs)
        blocks = list(blocks_of(due, cameras))
        for done in self._stored(spread(blocks, today), inputs, today):
            progress("Computing cells", done, len(due))
        # What happened meanwhile may have been read before it was there.
        keep_up(today=today)
        places = self._sum_places(place, cells, progress, today)
        progress.close()
        if not cells:
            self.stdout.write("There is no street and no camera: import_osm --with streets.")
        self.stdout.write(f"{_count(len(due), 'cell')} computed, {_count(places, 'place')} summed.")

    def _stored(self, computed: Iterator[Any], inputs: str, today: date) -> Iterator[int]:
        """Store what was computed as it comes; gives how many cells are done."""
        done = 0
        for rows in computed:
            store_cells(rows=rows, inputs=inputs, day=today)
            done += len(rows)
            yield done

    def _sum_places(
        self, place: Place | None, cells: set[int], progress: Progress, today: date
    ) -> int:
        """Sum all places, or those that the cells of one place touch; gives how many."""
        if place is None:
            wanted = set(Place.objects.current().values_list("pk", flat=True))
        else:
            parts = PlacePart.objects.filter(cell__in=cells)
            wanted = {place.pk} | set(parts.values_list("place", flat=True))
        for done, number in enumerate(sorted(wanted), start=1):
            store_place_figures(place=number, day=today, anew=True)
            progress("Summing places", done, len(wanted))
        return len(wanted)

    def _place(self, slug: str | None) -> Place | None:
        if slug is None:
            return None
        place = Place.objects.current().filter(slug=slug).first()
        if place is None:
            raise CommandError(f"There is no place “{slug}” among the boundaries of today.")
        return place

    def _spread(self, options: dict[str, Any]) -> Spread:
        """Who computes: a cluster, several processes, or this one alone."""
        if options["scheduler"]:
            try:
                return on_cluster(options["scheduler"])
            except ImportError:
                raise CommandError(_NOT_INSTALLED) from None
        workers = options["workers"] or len(os.sched_getaffinity(0))
        if workers < 1:
            raise CommandError("At least one process must do the work.")
        return in_processes(workers) if workers > 1 else here


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
