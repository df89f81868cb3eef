"""Knowing a contributor by the key her device made, of which only a keyed hash is kept."""

from datetime import date

from mapper.contributors.models import Contributor
from mapper.contributors.rules import key_hash
from mapper.vocabulary import Role


def recognise_contributor(*, key: str, day: date, by: Role) -> Contributor:  # noqa: ARG001
    """The contributor of a key; a key never seen before is a new one, without standing."""
    contributor, _ = Contributor.objects.get_or_create(
        key_hash=key_hash(key), defaults={"first_seen_on": day}
    )
    return contributor
