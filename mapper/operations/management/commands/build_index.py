"""`build_index`: sorts the cameras of a city into the file that all processes share."""

import sys
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from mapper.cameras.services.alone import claim_imports
from mapper.exchange.sources.lists.store_columns import bring_back
from mapper.operations.progress import Progress
from mapper.tiles.index.building import are_few, index_folder, renew_index
from mapper.tiles.index.files import index_path
from mapper.tiles.warming import warm_up


class Command(BaseCommand):
    """Make the file where there is none to be trusted, and sort in what changed since.

    First of all the database's own indexes come back, where an import was ended without them.
    """

    help = (
        "Sort the cameras into the file that tiles and lists are answered from. The site does so"
        " by itself; before it starts, this spares its first readers the wait."
    )

    def handle(self, *_: Any, **_options: Any) -> None:
        """Make it, and say how many cameras it holds."""
        progress = Progress(sys.stderr)
        # Who imports just now brings back himself what he took off.
        if claim_imports():
            bring_back(progress)
        progress.close()
        warm_up()
        if are_few():
            self.stdout.write("The cameras are few: each process reads them for itself.")
            return
        began = monotonic()
        kept = renew_index()
        path = index_path(index_folder())
        size = path.stat().st_size / 1e6 if path.exists() else 0.0
        self.stdout.write(
            f"{kept.index.number:,} cameras are sorted into {size:,.0f} MB"
            f" ({monotonic() - began:.1f} s)."
        )
