"""Giving standing to whoever brings a code from a mapping walk."""

from datetime import date
from http import HTTPStatus

from django.db import transaction

from mapper.contributors.memory.addresses import address_memory
from mapper.contributors.models import Contributor, ContributorEventKind, WalkCode
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.rules.walk_codes import code_hash
from mapper.contributors.services.admit_sender import admit_sender
from mapper.contributors.services.give_standing import give_standing
from mapper.settings import limits
from mapper.vocabulary import Role

UNKNOWN_CODE = "This is no code of ours, or it was used before, or its time is over."
TOO_MANY_CODES = "Too many codes were tried from your connection today. Try again tomorrow."
NO_KEY = "A code belongs to a key, and you have sent none."


def redeem_code(*, code: str, sender: Sender, day: date, by: Role) -> Contributor:
    """Use a code up, and give its standing to the sender, who may be new.

    The cameras she spoke of are to be decided anew after it. Every try counts for the address,
    also one that comes to nothing. Raises `RefusedSenderError` for a code that is none (422) and
    for too many tries (429), and whatever `admit_sender` raises.
    """
    tries = f"codes {sender.address}"
    if not address_memory().take(tries, 1, limits.CODE_TRIES, day):
        raise RefusedSenderError(TOO_MANY_CODES, HTTPStatus.TOO_MANY_REQUESTS)
    with transaction.atomic():
        contributor = admit_sender(sender=sender, cost=0, day=day, by=by)
        if contributor is None:
            raise RefusedSenderError(NO_KEY, HTTPStatus.UNPROCESSABLE_ENTITY)
        unused = WalkCode.objects.filter(
            code_hash=code_hash(code), used_on__isnull=True, expires_on__gte=day
        )
        if not unused.update(used_on=day):
            raise RefusedSenderError(UNKNOWN_CODE, HTTPStatus.UNPROCESSABLE_ENTITY)
        given = ContributorEventKind.STANDING_GIVEN
        details = {"code": True}
        give_standing(contributor=contributor, what=given, day=day, by=by, details=details)
        return contributor
