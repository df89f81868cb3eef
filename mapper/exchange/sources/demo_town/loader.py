"""Loading the demo town into the database, and taking it out again."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from mapper.cameras.models import Camera, EventKind, Operator, Source
from mapper.contributors.models import Contributor, ContributorEvent
from mapper.exchange.sources.demo_town.camera_rows import store_cameras
from mapper.exchange.sources.demo_town.cameras import make_cameras
from mapper.exchange.sources.demo_town.ground import store_ground
from mapper.exchange.sources.demo_town.labels import CONTRIBUTOR_MARK, SLUG
from mapper.exchange.sources.demo_town.post import OPERATORS
from mapper.exchange.sources.demo_town.survey_rows import store_surveys
from mapper.exchange.sources.demo_town.town import make_town
from mapper.places.models import Building, Ground, GroundArea, Label, Place, SensitivePlace, Street
from mapper.places.services.nest_places import nest_places
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey

SEED = "thistlequay"
_SORTS = {
    Camera: "cameras",
    Sighting: "sightings",
    Survey: "surveys",
    Street: "streets",
    Building: "buildings",
    GroundArea: "areas",
    Place: "places",
    Label: "labels",
    SensitivePlace: "sensitive places",
}


def load_demo_town(*, today: date) -> dict[str, int] | None:
    """Store the town with histories up to `today`; gives the counts, None where it stands already.

    One transaction. The same day always gives the same rows.
    """
    with transaction.atomic():
        if Ground.objects.filter(slug=SLUG).exists():
            return None
        town = make_town(SEED)
        ground = store_ground(town, today)
        nest_places()
        added = {_SORTS[model]: layer.added for model, layer in ground.layers.items()}
        added |= store_cameras(make_cameras(town, SEED), SEED, today)
        return added | {_SORTS[Survey]: store_surveys(SEED, today)}


def remove_demo_town() -> dict[str, int]:
    """Delete exactly what `load_demo_town` added; gives how many records of each sort went.

    Sightings that people sent of invented cameras go with them. Cameras that people logged in
    the town stay. One transaction.
    """
    with transaction.atomic():
        invented = Camera.objects.filter(pk__in=_invented_cameras())
        people = Sighting.objects.filter(camera__in=invented).exclude(
            contributor__key_hash__startswith=CONTRIBUTOR_MARK
        )
        removed = {"of them sent by people": people.count()}
        by_invented = Survey.objects.filter(contributor__key_hash__startswith=CONTRIBUTOR_MARK)
        _, surveys = by_invented.delete()
        _, cameras = invented.delete()
        _, ground = Ground.objects.filter(slug=SLUG).delete()
        Source.objects.filter(slug=SLUG).delete()
        walkers = Contributor.objects.filter(key_hash__startswith=CONTRIBUTOR_MARK)
        ContributorEvent.objects.filter(contributor__in=walkers).delete()
        walkers.delete()
        Operator.objects.filter(name__in=OPERATORS, cameras__isnull=True).delete()
        return _named(cameras | surveys | ground) | {name: n for name, n in removed.items() if n}


def _invented_cameras() -> list[int]:
    """Every invented camera is listed by the invented source, or was logged under it."""
    logged = Q(events__what=EventKind.LOGGED, events__source__slug=SLUG)
    invented = Camera.objects.filter(Q(records__source__slug=SLUG) | logged)
    return list(invented.values_list("pk", flat=True).distinct())


def _named(deleted: dict[str, int]) -> dict[str, int]:
    """Counts by the words of the summary instead of by model."""
    return {
        name: deleted[model._meta.label]
        for model, name in _SORTS.items()
        if deleted.get(model._meta.label)
    }
