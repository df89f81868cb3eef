"""Forgetting a contributor for good: what rests on her alone goes, the rest becomes nobody's."""

from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor, ContributorEvent, ContributorEventKind
from mapper.sightings.models import HeldState, HeldText, Sighting
from mapper.sightings.rules.own_sightings import resting_on_her_alone
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.examine_standing import examine_standing
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Role


def forget_contributor(*, contributor: Contributor, day: date, by: Role) -> None:
    """Remove a contributor, her allowance and her standing, and sever all that she sent from her.

    Sightings of cameras of which nobody else spoke are withdrawn. The others stay, as nobody's in
    particular. Texts of hers that nobody released are deleted. Her key, sent again, is a new one.
    """
    with transaction.atomic():
        Contributor.objects.select_for_update().get(pk=contributor.pk)
        own = Sighting.objects.filter(contributor=contributor)
        HeldText.objects.filter(sighting__in=own).exclude(state=HeldState.RELEASED).delete()
        for sighting in resting_on_her_alone(contributor):
            withdraw_sighting(sighting=sighting, day=day, by=by)
        spoken = set(own.filter(withdrawn_on__isnull=True).values_list("camera", flat=True))
        # Her events and whatever else refers to her keep their day and lose the reference.
        contributor.delete()
        ContributorEvent.objects.create(day=day, what=ContributorEventKind.FORGOTTEN, by=by)
        changed = believe_cameras(ids=spoken, day=day, by=by)
        examine_standing(cameras=changed, day=day, by=by)
