"""Contributors: a pseudonym of which only a hash is kept, and whether it has standing."""

from django.db import models


class Contributor(models.Model):
    """A random key on somebody's own device; we keep a keyed hash of it and a day."""

    key_hash = models.CharField(max_length=64, unique=True)
    has_standing = models.BooleanField(default=False)
    first_seen_on = models.DateField()

    def __str__(self) -> str:
        return f"contributor {self.pk}"
