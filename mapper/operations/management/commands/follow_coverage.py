"""`follow_coverage`: runs beside the site, and keeps figures right as cameras change."""

import logging
import os
import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, connection
from django.utils import timezone

from mapper.coverage.models import CoverageCell
from mapper.coverage.services.compute_cells import computed, keep_up
from mapper.settings import limits

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Look for events, compute the cells they concern, and look again."""

    help = (
        "Keep coverage right while the site runs: script/server starts it. Cells that were never"
        " computed are left to compute_coverage."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """For how long."""
        parser.add_argument("--once", action="store_true", help="work in what is there, and end")
        parser.add_argument(
            "--parent", type=int, metavar="PID", help="end when this parent process is gone"
        )

    def handle(self, *_: Any, once: bool, parent: int | None, **_options: Any) -> None:
        """Follow until told to end; a database that goes away is waited for."""
        if once:
            cells = keep_up(today=timezone.now().date())
            self.stdout.write(f"{cells:,} cells computed.")
            return
        self._warm_up()
        ended = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ended.set())
        while not ended.is_set() and parent in {None, os.getppid()}:
            ended.wait(self._step())

    def _warm_up(self) -> None:
        """Compute any cell and store nothing, so that the first change finds the loops compiled."""
        try:
            cell = CoverageCell.objects.order_by("-pk").values_list("cell", flat=True).first()
            if cell is not None:
                computed([cell], timezone.now().date())
        except Error:
            connection.close()

    def _step(self) -> float:
        """Work in what is new; gives after how many seconds to look again."""
        try:
            keep_up(today=timezone.now().date())
        except Error as error:
            logger.warning("The database does not answer; trying again: %s", error)
            connection.close()
            return limits.FOLLOW_AGAIN_S
        return limits.FOLLOW_EVERY_S
