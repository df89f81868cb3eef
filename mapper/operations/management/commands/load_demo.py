"""The command that loads the invented demo town."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from mapper.exchange.sources.demo_town.labels import TOWN_NAME
from mapper.exchange.sources.demo_town.loader import load_demo_town


class Command(BaseCommand):
    """Load the demo town; where it stands already, change nothing."""

    help = "Load the invented demo town with its cameras; `remove_demo` takes it out again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and say what was added."""
        added = load_demo_town(today=timezone.localdate())
        if added is None:
            self.stdout.write(f"{TOWN_NAME} stands already; nothing was changed.")
            return
        words = ", ".join(f"{count} {sort}" for sort, count in added.items())
        self.stdout.write(f"Loaded {TOWN_NAME}: {words}.")
