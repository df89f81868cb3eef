"""Bringing a code from a mapping walk: standing for its bearer, and for all she said before."""

from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor
from mapper.contributors.rules.senders import Sender
from mapper.contributors.services.redeem_code import redeem_code
from mapper.sightings.services.examine_standing import examine_standing
from mapper.sightings.services.spread_standing import spread_standing
from mapper.vocabulary import Role


def bring_code(*, code: str, sender: Sender, day: date, by: Role) -> Contributor:
    """Redeem a code, and decide anew what its bearer spoke of; raises `RefusedSenderError`."""
    with transaction.atomic():
        contributor = redeem_code(code=code, sender=sender, day=day, by=by)
        changed = spread_standing(contributors=[contributor.pk], day=day, by=by)
        examine_standing(cameras=changed, day=day, by=by)
        return contributor
