"""Contributors: pseudonyms of which only a hash is kept, and what became of them."""

from django.db import models

from mapper.events.models import EventRow


class Contributor(models.Model):
    """A random key on somebody's own device; we keep a keyed hash of it, days, and sums.

    `standing_until` is the last day on which new voices count with standing, None while it has
    not faded. `used` is how much of her allowance she used up on `used_on`. One with `blocked_on`
    may send nothing more.
    """

    key_hash = models.CharField(max_length=64, unique=True)
    has_standing = models.BooleanField(default=False)
    first_seen_on = models.DateField()
    last_seen_on = models.DateField(null=True, blank=True)
    standing_until = models.DateField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)
    used = models.PositiveIntegerField(default=0)
    blocked_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"contributor {self.pk}"


class WalkCode(models.Model):
    """A code handed out at a mapping walk, of which only a keyed hash is kept; it works once."""

    code_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    expires_on = models.DateField()
    used_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"code {self.pk}"


class ContributorEventKind(models.TextChoices):
    """What can happen to a contributor."""

    CODES_MADE = "codes_made", "Codes made"
    STANDING_GIVEN = "standing_given", "Standing given"
    STANDING_EARNED = "standing_earned", "Standing earned"
    STANDING_LOST = "standing_lost", "Standing lost"
    STANDING_FADED = "standing_faded", "Standing faded"
    BLOCKED = "blocked", "Blocked"
    UNBLOCKED = "unblocked", "No longer blocked"
    FORGOTTEN = "forgotten", "Forgotten"


class ContributorEvent(EventRow):
    """One thing that happened to a contributor, for as long as she is not forgotten."""

    contributor = models.ForeignKey(
        Contributor, null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    what = models.CharField(max_length=20, choices=ContributorEventKind)

    def __str__(self) -> str:
        return f"{self.day} {self.what}"
