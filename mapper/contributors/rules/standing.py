"""Whether a contributor has standing on a day: earned or given, not faded, and not blocked."""

from datetime import date

from mapper.contributors.models import Contributor


def stands_on(contributor: Contributor, day: date) -> bool:
    """Whether what she sends on a day counts with standing."""
    until = contributor.standing_until
    fresh = until is None or day <= until
    return contributor.has_standing and fresh and contributor.blocked_on is None
