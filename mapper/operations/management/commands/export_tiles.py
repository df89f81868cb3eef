"""`export_tiles`: puts all tiles of cameras into one file that any web server can hand out."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mapper.operations.importing import INTERRUPTED
from mapper.operations.progress import Progress
from mapper.settings import limits
from mapper.tiles.archive import NothingToWriteError, write_archive
from mapper.tiles.index.building import are_few, read_all, renew_index


class Command(BaseCommand):
    """Writes the file beside the one that is there, and then in its place."""

    help = (
        "Write all tiles of cameras into one PMTiles file. Hidden cameras are not in it, and those"
        " at private homes only as the count of their cell."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how deep."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--deepest",
            type=int,
            default=limits.ARCHIVE_DEEPEST,
            choices=range(limits.TILE_MAX_ZOOM + 1),
            metavar="ZOOM",
            help=f"the last zoom of tiles (default {limits.ARCHIVE_DEEPEST})",
        )

    def handle(self, *_: Any, file: Path, deepest: int, **_options: Any) -> None:
        """Write it, and say how much; one sentence and exit code 1 where that could not be."""
        progress = Progress(sys.stderr)
        index = (read_all() if are_few() else renew_index()).index
        try:
            tiles, size = write_archive(
                index, file, timezone.localdate(), deepest=deepest, told=progress
            )
        except NothingToWriteError:
            raise CommandError("There is no camera, so there is nothing to write.") from None
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted: the file is as it was.", returncode=INTERRUPTED
            ) from None
        finally:
            progress.close()
        self.stdout.write(f"{tiles:,} tiles, {size / 1e6:,.1f} MB, are in {file}.")
