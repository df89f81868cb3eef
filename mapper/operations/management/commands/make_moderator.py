"""The command that appoints a moderator, renews her passphrase, or dismisses her."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mapper.moderation.models import Moderator
from mapper.moderation.services.moderators import (
    appoint_moderator,
    dismiss_moderator,
    renew_passphrase,
)
from mapper.vocabulary import Role


class Command(BaseCommand):
    """Appoint a moderator; her passphrase is shown once and kept nowhere."""

    help = "Appoint a moderator, and print the passphrase she signs in with, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name, and what to do with one who is there."""
        parser.add_argument("name", help="what she signs in with; other moderators see it")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--reset", action="store_true", help="make her passphrase anew")
        what.add_argument("--dismiss", action="store_true", help="let her sign in no more")

    def handle(self, *_args: Any, name: str, **options: Any) -> None:
        """Do it, and print the passphrase where there is one."""
        day = timezone.now().date()
        if options["dismiss"]:
            dismiss_moderator(moderator=self._known(name), day=day, by=Role.OPERATOR)
            self.stdout.write(f"{name} can sign in no more. What she did stays in the log.")
        elif options["reset"]:
            moderator = self._known(name)
            self._hand_over(renew_passphrase(moderator=moderator, day=day, by=Role.OPERATOR))
        else:
            self._appoint(name, day)

    def _appoint(self, name: str, day: Any) -> None:
        longest = Moderator._meta.get_field("name").max_length or 0
        if not name.strip() or len(name) > longest:
            raise CommandError(f"A name has 1 to {longest} letters.")
        try:
            passphrase = appoint_moderator(name=name, day=day, by=Role.OPERATOR)
        except ValueError as error:
            raise CommandError(f"{error}; --reset makes her passphrase anew") from None
        self._hand_over(passphrase)

    def _known(self, name: str) -> Moderator:
        moderator = Moderator.objects.filter(name=name).first()
        if moderator is None:
            raise CommandError(f"There is no moderator called {name}.")
        return moderator

    def _hand_over(self, passphrase: str) -> None:
        self.stdout.write("Her passphrase, shown only now:")
        self.stdout.write(f"  {passphrase}")
        self.stdout.write("She signs in at /sign-in/.")
