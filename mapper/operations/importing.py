"""Running an import for somebody at a terminal: progress, and one sentence where nothing could."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError

from mapper.cameras.services.alone import claim_imports
from mapper.cameras.services.vintage import VintageReport
from mapper.exchange.sources.notes import HalfwayError, Notes, RefusedFileError
from mapper.exchange.sources.watching import Watch
from mapper.operations.progress import Progress
from mapper.settings import limits

INTERRUPTED = 130
"""The exit code of what somebody ended with Ctrl+C, as shells have it."""


_SORTING = "Sorting cameras for the map"
_LATER = "They are on the map when the site has sorted them itself"
_ANOTHER = "Another import is running: begin this one when that has ended. Nothing was stored."


@contextmanager
def importing() -> Iterator[Progress]:
    """Give what shows how far an import is; a refused file and Ctrl+C end it with a sentence.

    Both raise `CommandError`, as does beginning while another import runs; what was begun has been
    undone by whoever stores, or is told of.
    """
    progress = Progress(sys.stderr)
    try:
        if not claim_imports():
            raise CommandError(_ANOTHER)
        yield progress
    except RefusedFileError as error:
        raise CommandError(str(error)) from error
    except HalfwayError as error:
        raise CommandError(str(error), returncode=INTERRUPTED) from None
    except KeyboardInterrupt:
        raise CommandError(
            "Interrupted: the database is as it was.", returncode=INTERRUPTED
        ) from None
    finally:
        progress.close()


def show_on_map() -> None:
    """`sort_for_map`, for whoever shows nothing else meanwhile."""
    progress = Progress(sys.stderr)
    try:
        sort_for_map(progress)
    finally:
        progress.close()


def sort_for_map(watch: Watch) -> None:
    """Sort what was imported into the index, where it is much: the site waits a while with that.

    It is stored whatever comes of this, which is therefore told and no failure, also where somebody
    does not want to wait for it.
    """
    # Whoever waits for the first cameras does not wait for the compiler as well.
    from mapper.tiles.index.building import are_few, renew_index  # noqa: PLC0415

    try:
        if are_few():
            return
        watch(_SORTING, 0, None)
        kept = renew_index(limits.INDEX_CHANGES)
        watch(_SORTING, kept.index.number, None)
    except DatabaseError as error:
        sys.stderr.write(f"{_LATER}: {error}\n")
    except KeyboardInterrupt:
        sys.stderr.write(f"{_LATER}.\n")


def cameras_told(cameras: VintageReport, notes: Notes) -> str:
    """What a list of cameras changed, in one line."""
    return (
        f"cameras: {cameras.added:,} added, {cameras.changed:,} changed, {cameras.moved:,} moved,"
        f" {cameras.missing:,} missing, {cameras.returned:,} returned,"
        f" {cameras.unchanged:,} unchanged, {len(notes.refused):,} refused"
    )
