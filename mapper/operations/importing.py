"""Running an import for somebody at a terminal: progress, and one sentence where nothing could."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from mapper.cameras.services.vintage import VintageReport
from mapper.exchange.sources.notes import HalfwayError, Notes, RefusedFileError
from mapper.operations.progress import Progress

INTERRUPTED = 130
"""The exit code of what somebody ended with Ctrl+C, as shells have it."""


@contextmanager
def importing() -> Iterator[Progress]:
    """Give what shows how far an import is; a refused file and Ctrl+C end it with a sentence.

    Both raise `CommandError`; what was begun has been undone by whoever stores, or is told of.
    """
    progress = Progress(sys.stderr)
    try:
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


def cameras_told(cameras: VintageReport, notes: Notes) -> str:
    """What a list of cameras changed, in one line."""
    return (
        f"cameras: {cameras.added:,} added, {cameras.changed:,} changed, {cameras.moved:,} moved,"
        f" {cameras.missing:,} missing, {cameras.returned:,} returned,"
        f" {cameras.unchanged:,} unchanged, {len(notes.refused):,} refused"
    )
