"""Withdrawing everything one contributor sent within a window, and taking that back."""

from datetime import date

from django.db import transaction

from mapper.contributors.models import Contributor
from mapper.moderation.models import Act, ActKind, Moderator
from mapper.moderation.rules.contributors import sightings_since, surveys_since
from mapper.sightings.models import Sighting
from mapper.sightings.services.restore_sighting import restore_sighting
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.surveys.models import Survey
from mapper.surveys.services.restore_survey import restore_survey
from mapper.surveys.services.withdraw_survey import withdraw_survey
from mapper.vocabulary import Role


def undo_sightings(
    *,
    contributor: Contributor,
    since: date,
    moderator: Moderator,
    reason: str,
    day: date,
    by: Role,
) -> Act:
    """Withdraw all that a contributor sent on `since` or later; the act tells which they were."""
    with transaction.atomic():
        sent = list(sightings_since(contributor, since).select_for_update(of=("self",)))
        for sighting in sent:
            withdraw_sighting(sighting=sighting, day=day, by=by)
        looked = list(surveys_since(contributor, since))
        for survey in looked:
            withdraw_survey(survey=survey, day=day, by=by)
        return Act.objects.create(
            what=ActKind.UNDONE,
            contributor=contributor,
            moderator=moderator,
            reason=reason,
            day=day,
            by=by,
            details={
                "since": since.isoformat(),
                "sightings": [one.pk for one in sent],
                "surveys": [one.pk for one in looked],
            },
        )


def restore_sightings(*, act: Act, moderator: Moderator, reason: str, day: date, by: Role) -> Act:
    """Take back an act that withdrew sightings; taken back twice is taken back once.

    Raises `ValueError` for any other act.
    """
    if act.what != ActKind.UNDONE:
        raise ValueError(f"{act} withdrew nothing")
    with transaction.atomic():
        Act.objects.select_for_update(of=("self",)).get(pk=act.pk)
        earlier = Act.objects.filter(undoes=act).first()
        if earlier:
            return earlier
        for sighting in Sighting.objects.filter(pk__in=act.details["sightings"]).order_by("pk"):
            restore_sighting(sighting=sighting, day=day, by=by)
        for survey in Survey.objects.filter(pk__in=act.details.get("surveys", [])).order_by("pk"):
            restore_survey(survey=survey, day=day, by=by)
        return Act.objects.create(
            what=ActKind.RESTORED,
            contributor=act.contributor,
            moderator=moderator,
            reason=reason,
            day=day,
            by=by,
            undoes=act,
            details={key: told for key, told in act.details.items() if key != "since"},
        )
