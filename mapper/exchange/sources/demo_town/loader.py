"""Loading the demo town into the database, and taking it out again."""

from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera, EventKind, Operator, Source
from mapper.contributors.models import Contributor
from mapper.exchange.sources.demo_town.camera_rows import store_cameras
from mapper.exchange.sources.demo_town.cameras import make_cameras
from mapper.exchange.sources.demo_town.ground import store_ground
from mapper.exchange.sources.demo_town.labels import CONTRIBUTOR_MARK, SLUG
from mapper.exchange.sources.demo_town.posts import OPERATORS
from mapper.exchange.sources.demo_town.town import make_town
from mapper.places.models import Ground
from mapper.sightings.models import Sighting

SEED = "thistlequay"


def load_demo_town(*, today: date) -> dict[str, int] | None:
    """Store the town with histories up to `today`; gives the counts, None where it stands already.

    One transaction. The same day always gives the same rows.
    """
    with transaction.atomic():
        if Ground.objects.filter(slug=SLUG).exists():
            return None
        town = make_town(SEED)
        return store_ground(town, today) | store_cameras(make_cameras(town, SEED), SEED, today)


def remove_demo_town() -> dict[str, int]:
    """Delete exactly what `load_demo_town` added; gives how many records of each sort went.

    Sightings that people sent of invented cameras go with them. Cameras that people logged in
    the town stay. One transaction.
    """
    with transaction.atomic():
        invented = Camera.objects.filter(
            pk__in=Camera.objects.filter(
                events__what=EventKind.LOGGED, events__source__slug=SLUG
            ).values("pk")
        )
        people = Sighting.objects.filter(camera__in=invented).exclude(
            contributor__key_hash__startswith=CONTRIBUTOR_MARK
        )
        removed = {"sightings that people sent": people.count()}
        removed |= _renamed(invented.delete()[1])
        removed |= _renamed(Ground.objects.filter(slug=SLUG).delete()[1])
        Source.objects.filter(slug=SLUG).delete()
        Contributor.objects.filter(key_hash__startswith=CONTRIBUTOR_MARK).delete()
        Operator.objects.filter(name__in=OPERATORS, cameras__isnull=True).delete()
        return {sort: count for sort, count in removed.items() if count}


_SORTS = {
    "cameras.Camera": "cameras",
    "sightings.Sighting": "sightings",
    "places.Street": "streets",
    "places.Building": "buildings",
    "places.GroundArea": "areas",
    "places.Place": "places",
}


def _renamed(deleted: dict[str, int]) -> dict[str, int]:
    """Counts by the words of the summary instead of by model."""
    return {_SORTS[model]: count for model, count in deleted.items() if model in _SORTS}
