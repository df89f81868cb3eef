"""The row that every write leaves behind: what happened, in which role, on which day."""

from django.db import models

from mapper.vocabulary import Role
from mapper.vocabulary.choices import choices


class EventRow(models.Model):
    """One write that happened; each room has a table of its own and says there what `what` may be.

    Days, never times; and never who: where an event tells of a contributor it is by a reference
    that `forget me` severs.
    """

    day = models.DateField()
    by = models.CharField(max_length=20, choices=choices(Role))
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["day", "pk"]
