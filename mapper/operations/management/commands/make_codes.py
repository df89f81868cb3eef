"""The command that makes codes for a mapping walk."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mapper.contributors.services.make_codes import make_codes
from mapper.settings import limits
from mapper.vocabulary import Role


class Command(BaseCommand):
    """Print codes that give standing, once."""

    help = "Make codes for a mapping walk: whoever enters one gets standing. They are shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, and for how long."""
        parser.add_argument("number", type=int, help="how many codes, one for each person")
        parser.add_argument(
            "--days", type=int, default=limits.CODE_DAYS, help="how many days they can be used"
        )

    def handle(self, *_args: Any, number: int, days: int, **_options: Any) -> None:
        """Make them, and print one a line."""
        if not 1 <= number <= limits.CODES_AT_ONCE:
            raise CommandError(f"Between 1 and {limits.CODES_AT_ONCE} codes can be made at once.")
        if not 1 <= days <= limits.CODE_DAYS_MAX:
            raise CommandError(f"Codes can be used for 1 to {limits.CODE_DAYS_MAX} days.")
        today = timezone.now().date()
        for code in make_codes(number=number, days=days, day=today, by=Role.OPERATOR):
            self.stdout.write(code)
        self.stderr.write("Only hashes of these codes are kept: they cannot be shown again.")
