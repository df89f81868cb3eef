"""What one contributor sent: all of it, and the part that rests on her alone."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from mapper.cameras.models import SourceRecord
from mapper.contributors.models import Contributor
from mapper.sightings.models import Sighting


def own_sightings(contributor: Contributor) -> QuerySet[Sighting]:
    """Her sightings with cameras, claims and texts, the newest first, also those withdrawn."""
    own = Sighting.objects.filter(contributor=contributor).select_related("camera")
    return own.prefetch_related("claims", "texts").order_by("-received_on", "-pk")


def resting_on_her_alone(contributor: Contributor) -> QuerySet[Sighting]:
    """Her sightings that stand, of cameras of which nobody else and no list says anything."""
    heard = Sighting.objects.filter(withdrawn_on__isnull=True)
    others = heard.filter(
        ~Q(contributor=contributor) | Q(contributor__isnull=True), camera=OuterRef("camera")
    )
    listed = SourceRecord.objects.filter(camera=OuterRef("camera"))
    own = heard.filter(~Exists(others), ~Exists(listed), contributor=contributor)
    return own.order_by("pk")
