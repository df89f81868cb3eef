"""Sightings and their claims: what somebody saw of one camera on one day."""

from django.contrib.gis.db import models
from django.db.models import F, Q

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.settings import limits
from mapper.vocabulary import Basis, Verdict
from mapper.vocabulary.choices import choices


class Sighting(models.Model):
    """One contributor's observation of one camera on one day; never edited, only withdrawn.

    `weight` is the share of a voice it counts, None for a whole one: voices that came through
    one address on one day are together one.
    """

    camera = models.ForeignKey(Camera, on_delete=models.CASCADE, related_name="sightings")
    contributor = models.ForeignKey(
        Contributor, null=True, blank=True, on_delete=models.SET_NULL, related_name="sightings"
    )
    verdict = models.CharField(max_length=10, choices=choices(Verdict))
    observed_on = models.DateField()
    received_on = models.DateField()
    location = models.PointField(srid=4326)
    accuracy_m = models.FloatField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    weight = models.FloatField(null=True, blank=True)

    # Whether this is the answer to something sent a second time; said by who answers, not stored.
    is_repeat = False

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sighting_not_before_it_happened",
                condition=Q(observed_on__lte=F("received_on")),
            ),
            models.CheckConstraint(
                name="sighting_accuracy_positive",
                condition=Q(accuracy_m__isnull=True) | Q(accuracy_m__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} {self.observed_on}"


class Claim(models.Model):
    """One aspect of a sighting, in OSM's words, and how the contributor knows."""

    sighting = models.ForeignKey(Sighting, on_delete=models.CASCADE, related_name="claims")
    aspect = models.CharField(max_length=100)
    value = models.CharField(max_length=255)
    basis = models.CharField(max_length=10, choices=choices(Basis))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sighting", "aspect"], name="claim_once_an_aspect")
        ]

    def __str__(self) -> str:
        return f"{self.aspect}={self.value}"


class HeldState(models.TextChoices):
    """What became of a text that a person has to read before anybody else does."""

    HELD = "held", "Waiting to be read"
    RELEASED = "released", "Released"
    REFUSED = "refused", "Refused"


class HeldText(models.Model):
    """Free text sent with a sighting, such as an operator's name; public once a person released it.

    `aspect` is the OSM key it belongs to (`operator`, `note`).
    """

    sighting = models.ForeignKey(Sighting, on_delete=models.CASCADE, related_name="texts")
    aspect = models.CharField(max_length=100)
    text = models.CharField(max_length=limits.HELD_TEXT_MAX)
    state = models.CharField(max_length=10, choices=HeldState, default=HeldState.HELD)
    received_on = models.DateField()
    judged_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sighting", "aspect"], name="text_once_an_aspect"),
            models.CheckConstraint(
                name="text_judged_has_day",
                condition=Q(state=HeldState.HELD.value, judged_on__isnull=True)
                | (~Q(state=HeldState.HELD.value) & Q(judged_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aspect} ({self.state})"


class LockedCell(models.Model):
    """A fixed cell of the map where no new sightings are taken for now, up to and on `until`."""

    cell = models.BigIntegerField(unique=True)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="lock_ends_after_it_began", condition=Q(until__gte=F("since"))
            )
        ]

    def __str__(self) -> str:
        return f"cell {self.cell} until {self.until}"
