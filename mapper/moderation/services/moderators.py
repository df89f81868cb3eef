"""Appointing moderators, making their passphrases anew, dismissing them, signing them out."""

import secrets
from datetime import date

from django.db import transaction
from django.db.models import F
from mnemonic import Mnemonic

from mapper.moderation.models import Act, ActKind, Moderator
from mapper.settings import limits
from mapper.vocabulary import Role


def appoint_moderator(*, name: str, day: date, by: Role) -> str:
    """Make a moderator; gives her passphrase, which is kept nowhere.

    Raises `ValueError` where there is a moderator of this name.
    """
    with transaction.atomic():
        if Moderator.objects.filter(name=name).exists():
            raise ValueError(f"there is a moderator called {name}")
        moderator = Moderator(name=name, made_on=day)
        passphrase = _give_passphrase(moderator)
        moderator.save()
        _note(moderator, ActKind.APPOINTED, day, by)
        return passphrase


def renew_passphrase(*, moderator: Moderator, day: date, by: Role) -> str:
    """Make a moderator's passphrase anew and sign her out everywhere; gives the passphrase."""
    with transaction.atomic():
        passphrase = _give_passphrase(moderator)
        _next_round(moderator)
        _note(moderator, ActKind.PASSPHRASE_MADE, day, by)
        return passphrase


def dismiss_moderator(*, moderator: Moderator, day: date, by: Role) -> None:
    """Let a moderator sign in no more; what she did stays in the log."""
    with transaction.atomic():
        moderator.set_unusable_password()
        _next_round(moderator)
        _note(moderator, ActKind.DISMISSED, day, by)


def sign_out_everywhere(*, moderator: Moderator, day: date, by: Role) -> None:
    """Make every session of a moderator worthless, also one that somebody copied."""
    with transaction.atomic():
        Moderator.objects.filter(pk=moderator.pk).update(rounds=F("rounds") + 1)
        _note(moderator, ActKind.SIGNED_OUT, day, by)


def _give_passphrase(moderator: Moderator) -> str:
    words = Mnemonic("english").wordlist
    passphrase = " ".join(secrets.choice(words) for _ in range(limits.PASSPHRASE_WORDS))
    moderator.set_password(passphrase)
    return passphrase


def _next_round(moderator: Moderator) -> None:
    Moderator.objects.filter(pk=moderator.pk).update(
        password=moderator.password, rounds=F("rounds") + 1
    )


def _note(moderator: Moderator, what: ActKind, day: date, by: Role) -> None:
    """What the operator does to a moderator is told in the details: the act is not hers."""
    Act.objects.create(
        what=what,
        moderator=moderator if by is Role.MODERATOR else None,
        day=day,
        by=by,
        details={"moderator": moderator.name},
    )
