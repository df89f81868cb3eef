"""What came from one contributor within a window of days, without saying who she is."""

from datetime import date

from django.db.models import QuerySet

from mapper.contributors.models import Contributor
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey


def sightings_since(contributor: Contributor, since: date) -> QuerySet[Sighting]:
    """What a contributor sent on `since` or later and has not withdrawn, the oldest first."""
    sent = Sighting.objects.filter(
        contributor=contributor, received_on__gte=since, withdrawn_on__isnull=True
    )
    return sent.select_related("camera").order_by("received_on", "pk")


def surveys_since(contributor: Contributor, since: date) -> QuerySet[Survey]:
    """Where she looked, as she said on `since` or later and has not withdrawn."""
    sent = Survey.objects.standing().filter(contributor=contributor, received_on__gte=since)
    return sent.order_by("received_on", "pk")
