"""Taking a survey back, with the sightings that came with it."""

from datetime import date

from django.db import transaction

from mapper.matching.services.take_survey import tick_key
from mapper.sightings.models import Sighting
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.surveys.models import Survey
from mapper.surveys.services.withdraw_survey import withdraw_survey
from mapper.vocabulary import Role


def take_back_survey(*, survey: Survey, day: date, by: Role) -> None:
    """Hear a survey and its sightings no more; twice is once."""
    with transaction.atomic():
        seen = survey.seen.order_by("pk").values_list("pk", flat=True)
        keys = [tick_key(survey.idempotency_key, number) for number in seen]
        for sighting in Sighting.objects.filter(idempotency_key__in=keys).order_by("camera_id"):
            withdraw_sighting(sighting=sighting, day=day, by=by)
        withdraw_survey(survey=survey, day=day, by=by)
