"""`make_city`: fills the map with an invented city of any size, and takes it out again."""

import sys
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mapper.exchange.sources.city.city import make_city, usual_streets
from mapper.exchange.sources.city.labels import CITY_NAME
from mapper.exchange.sources.city.remove_city import remove_city
from mapper.exchange.sources.city.store_city import city_stands, holds_real_cameras, store_city
from mapper.operations.arguments import day
from mapper.operations.importing import INTERRUPTED, importing, show_on_map
from mapper.operations.progress import Progress
from mapper.settings import limits

SEED = "lanternhithe"


def cameras(text: str) -> int:
    """How many cameras."""
    return _number(text, limits.CITY_CAMERAS_MAX, "cameras")


def streets(text: str) -> int:
    """How many streets."""
    return _number(text, limits.CITY_STREETS_MAX, "streets")


def _number(text: str, most: int, what: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if not 1 <= number <= most:
        raise ArgumentTypeError(f"“{text}” is no number of {what} from 1 to {most:,}")
    return number


class Command(BaseCommand):
    """Makes one city from a seed; the same seed, numbers and day always make the same."""

    help = f"Make {CITY_NAME}, a city of any number of cameras, to see or measure the scale."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be said on the command line."""
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--cameras", type=cameras, metavar="N", help="such as 2580000")
        what.add_argument("--remove", action="store_true", help="take the city out again")
        parser.add_argument("--streets", type=streets, metavar="N", help="one for 129 cameras")
        parser.add_argument("--seed", default=SEED, help="another seed makes another city")
        parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day it is of")
        parser.add_argument(
            "--beside", action="store_true", help="also where there are real cameras"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Make or remove, and say what came or went."""
        if options["remove"]:
            self._remove()
            return
        _refuse(beside=options["beside"])
        count: int = options["cameras"]
        today: date = options["date"] or timezone.localdate()
        with importing() as progress:
            city = make_city(options["seed"], count, options["streets"] or usual_streets(count))
            added = store_city(city, today, progress)
        self.stdout.write(f"Made {CITY_NAME}, as of {today}: {_told(added)}.")
        show_on_map()

    def _remove(self) -> None:
        progress = Progress(sys.stderr)
        try:
            removed = remove_city(progress)
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted: what was removed is gone; run it again for the rest.",
                returncode=INTERRUPTED,
            ) from None
        finally:
            progress.close()
        if not removed:
            self.stdout.write("There is no invented city to remove.")
            return
        self.stdout.write(f"Removed {CITY_NAME}: {_told(removed)}.")


def _refuse(*, beside: bool) -> None:
    if city_stands():
        raise CommandError(f"{CITY_NAME} stands already; `make_city --remove` takes it out.")
    if not beside and holds_real_cameras():
        raise CommandError(
            "There are real cameras here. Say --beside if invented ones are to stand among them."
        )


def _told(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {sort}" for sort, count in counts.items())
