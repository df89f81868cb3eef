"""The places a camera is in, smallest first, each of which has a page with its figures."""

from collections.abc import Iterator

from django.db.models import Case, Value, When

from mapper.cameras.models import Camera
from mapper.geometry import Box
from mapper.places.models import Place
from mapper.vocabulary import Level

_HOLDERS = ["__".join(["parent"] * times) for times in range(1, len(Level))]
_RANK = Case(*(When(level=level, then=Value(rank)) for rank, level in enumerate(Level)))


def places_holding(camera: Camera) -> list[Place]:
    """The current place of the lowest level that holds a camera, then what holds that; one query.

    Empty where no boundary was imported. What holds a place is what it was given as its parent:
    two sources' boundaries never agree to the metre, so a ward may stick out of its district.
    """
    lon, lat = camera.location.x, camera.location.y
    around = Place.objects.current().in_box(Box(lon, lat, lon, lat))
    holding = around.filter(boundary__intersects=camera.location).select_related(*_HOLDERS)
    bare = holding.defer("boundary", *(f"{holder}__boundary" for holder in _HOLDERS))
    return list(_upwards(bare.order_by(_RANK.desc(), "pk").first()))


def _upwards(place: Place | None) -> Iterator[Place]:
    """A place and, one after the other, what holds it; no level stands above a country."""
    for _ in Level:
        if place is None:
            return
        yield place
        place = place.parent
