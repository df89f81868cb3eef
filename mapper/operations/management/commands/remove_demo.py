"""The command that removes the invented demo town."""

from typing import Any

from django.core.management.base import BaseCommand

from mapper.exchange.sources.demo_town.labels import TOWN_NAME
from mapper.exchange.sources.demo_town.loader import remove_demo_town


class Command(BaseCommand):
    """Remove the demo town and nothing else."""

    help = "Remove the invented demo town, its cameras, and what was said of them."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Remove, and say what went."""
        removed = remove_demo_town()
        if not removed:
            self.stdout.write("There is no demo town to remove.")
            return
        words = ", ".join(f"{count} {sort}" for sort, count in removed.items())
        self.stdout.write(f"Removed {TOWN_NAME}: {words}.")
