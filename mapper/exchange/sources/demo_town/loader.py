"""Loading the demo town into the database, and taking it out again."""

from datetime import date

from django.db import transaction

from mapper.exchange.sources.demo_town.ground import store_ground
from mapper.exchange.sources.demo_town.labels import SLUG
from mapper.exchange.sources.demo_town.town import make_town
from mapper.places.models import Ground

SEED = "thistlequay"


def load_demo_town(*, today: date) -> dict[str, int] | None:
    """Store the town with histories up to `today`; gives the counts, None where it stands already.

    All or nothing, in one transaction.
    """
    with transaction.atomic():
        if Ground.objects.filter(slug=SLUG).exists():
            return None
        town = make_town(SEED)
        return store_ground(town, today)


def remove_demo_town() -> dict[str, int]:
    """Delete exactly what `load_demo_town` added, and what people said of it; gives the counts."""
    with transaction.atomic():
        _, ground = Ground.objects.filter(slug=SLUG).delete()
        return ground
