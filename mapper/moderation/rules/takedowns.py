"""Which cameras are hidden by asking alone, and which wait for a moderator."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from mapper.cameras.models import Camera, Event, EventKind
from mapper.moderation.models import Act, ActKind, Takedown
from mapper.settings import limits

# The acts that say what is to become of a camera.
_OF_A_CAMERA = (ActKind.ASKED, ActKind.HIDDEN, ActKind.TAKEN_DOWN, ActKind.SHOWN)


def hides_at_once(camera: Camera, day: date) -> bool:
    """Whether asking hides a camera: not one that a moderator judged fit to be shown lately."""
    lately = day - timedelta(days=limits.KEPT_FOR_DAYS)
    return not Act.objects.shown_since(camera, lately).exists()


def cameras_waiting() -> QuerySet[Camera]:
    """The cameras a moderator has to judge, the longest hidden first.

    Those with a takedown nobody has judged, and those that were hidden and not yet taken down:
    by a moderator for a while, or because they hang where another was hidden. One at a private
    home is shown to nobody anyway.
    """
    newest = Act.objects.filter(camera=OuterRef("pk"), what__in=_OF_A_CAMERA).order_by("-pk")
    hidden = Event.objects.filter(camera=OuterRef("pk"), what=EventKind.HIDDEN)
    single = Camera.objects.filter(home_cell__isnull=True)
    kept = single.filter(Exists(hidden), hidden_on__isnull=False)
    known = kept.annotate(newest_act=Subquery(newest.values("what")[:1]))
    unjudged = known.filter(Q(newest_act__isnull=True) | ~Q(newest_act=ActKind.TAKEN_DOWN.value))
    # Joined as numbers: with "or", the database would ask about every camera there is.
    asked = Takedown.objects.waiting().order_by().values("camera")
    waiting = asked.union(unjudged.values("pk"))
    return single.filter(pk__in=waiting).order_by("hidden_on", "pk")
