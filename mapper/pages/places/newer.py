"""Which places took over from one whose boundary is retired."""

from mapper.geometry import Box
from mapper.places.models import Place
from mapper.settings import limits


def newer_than(place: Place, box: Box) -> list[Place]:
    """The current places of its level where it was: the one of its code or name, else all of them.

    Empty where its boundary is current, or nothing took its place; one query, or none.
    """
    if place.ground.retired_on is None:
        return []
    here = Place.objects.current().filter(level=place.level).in_box(box)
    found = list(here.only("name", "slug", "external_id").order_by("name", "pk"))
    same_code = [new for new in found if place.external_id and new.external_id == place.external_id]
    same_name = [new for new in found if new.name == place.name]
    return (same_code or same_name or found)[: limits.NEWER_PLACES]
