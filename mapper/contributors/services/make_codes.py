"""Making codes for a mapping walk; whoever brings one gets standing."""

from datetime import date, timedelta

from django.db import transaction

from mapper.contributors.models import ContributorEvent, ContributorEventKind, WalkCode
from mapper.contributors.rules.walk_codes import code_hash, new_code
from mapper.vocabulary import Role


def make_codes(*, number: int, days: int, day: date, by: Role) -> list[str]:
    """So many codes, good for so many days; given here once, they can never be read again."""
    codes = [new_code() for _ in range(number)]
    expires_on = day + timedelta(days=days)
    with transaction.atomic():
        WalkCode.objects.bulk_create(
            WalkCode(code_hash=code_hash(code), made_on=day, expires_on=expires_on)
            for code in codes
        )
        ContributorEvent.objects.create(
            day=day,
            what=ContributorEventKind.CODES_MADE,
            by=by,
            details={"number": number, "expires_on": f"{expires_on}"},
        )
    return codes
