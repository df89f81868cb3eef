"""Storing the places of one level from one source: newer boundaries retire the older ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.gis.geos import Polygon
from django.db import transaction
from django.utils.text import slugify

from mapper.geometry import Box
from mapper.places.models import Ground, Place
from mapper.places.services.replace_ground import OlderGroundError
from mapper.places.services.replace_layer import LayerReport, Written, differs, replace_layer
from mapper.vocabulary import Level

_NAME_LENGTH = 90


class ElsewhereError(ValueError):
    """A generation that lies wholly elsewhere than the one it would retire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """The places of one level, as one source has them on one day; `source` is a slug."""

    source: str
    level: Level
    vintage_on: date
    title: str
    attribution: str
    extent: Box

    @property
    def family(self) -> str:
        """How the slugs of all generations of this source and level begin."""
        return f"{self.source}-{self.level}-"

    @property
    def slug(self) -> str:
        """The slug of its ground."""
        return f"{self.family}{self.vintage_on}"


@dataclass(frozen=True, slots=True)
class GenerationReport:
    """The ground the places belong to, what changed in it, and the older one it retired."""

    ground: Ground
    places: LayerReport
    retired: Ground | None = None


def store_generation(
    *, generation: Generation, places: Sequence[Place], today: date, written: Written
) -> GenerationReport:
    """Store a generation whole; the older one of its source and level is retired and stays.

    Old places keep their rows and figures, and their slug gets the year; the new ones take the
    plain slug. The same places again change nothing, whatever day is told for them. Raises
    `OlderGroundError`, and `ElsewhereError` where it lies beside what it would retire.
    """
    with transaction.atomic():
        current = _current(generation)
        if current is None:
            return _begin(generation, places, {}, written)
        _refuse(generation, current)
        if current.vintage_on == generation.vintage_on:
            return _correct(current, generation, places, written)
        if not differs(current, Place, places):
            return GenerationReport(current, LayerReport(unchanged=len(places)))
        slugs = dict(current.places.values_list("external_id", "slug"))
        _retire(current, today)
        report = _begin(generation, places, slugs, written)
        return GenerationReport(report.ground, report.places, current)


def _current(generation: Generation) -> Ground | None:
    """The standing ground of a family; two imports of one family wait for each other."""
    family = Ground.objects.select_for_update().filter(
        slug__startswith=generation.family, retired_on__isnull=True
    )
    # A source may be called like the beginning of another: nothing but a day may follow.
    return next((one for one in family if len(one.slug) == len(generation.slug)), None)


def _refuse(generation: Generation, current: Ground) -> None:
    if current.vintage_on > generation.vintage_on:
        raise OlderGroundError(
            f"these boundaries are of {generation.vintage_on}, but those of {current.vintage_on}"
            " are known already"
        )
    if not current.extent.intersects(_area(generation.extent)):
        raise ElsewhereError(
            f"it lies wholly beside “{current.title}”, which it would retire; give it another"
            " --source"
        )


def _area(box: Box) -> Polygon:
    area = Polygon.from_bbox((box.west, box.south, box.east, box.north))
    area.srid = 4326
    return area


def _begin(
    generation: Generation, places: Sequence[Place], slugs: dict[str, str], written: Written
) -> GenerationReport:
    """Store a new ground and its places; one known before takes the slug it had."""
    ground = Ground.objects.create(
        slug=generation.slug,
        title=generation.title,
        attribution=generation.attribution,
        vintage_on=generation.vintage_on,
        extent=_area(generation.extent),
    )
    _name(places, slugs)
    return GenerationReport(ground, replace_layer(ground, Place, places, written))


def _correct(
    ground: Ground, generation: Generation, places: Sequence[Place], written: Written
) -> GenerationReport:
    """Bring the ground of the same day up to what its source now says of that day."""
    _name(places, dict(ground.places.values_list("external_id", "slug")))
    report = replace_layer(ground, Place, places, written)
    told = (generation.title, generation.attribution)
    if report.differs or told != (ground.title, ground.attribution):
        ground.title, ground.attribution = told
        ground.extent = _area(generation.extent)
        ground.revision += 1
        ground.save()
    return GenerationReport(ground, report)


def _name(places: Sequence[Place], known: dict[str, str]) -> None:
    """Give each place its slug: the one it had, else one from its name that nobody has."""
    taken = set(Place.objects.values_list("slug", flat=True)) | set(known.values())
    for place in places:
        place.slug = known.get(place.external_id) or _free(_stem(place), taken)
        taken.add(place.slug)


def _stem(place: Place) -> str:
    return slugify(place.name)[:_NAME_LENGTH] or f"{place.level}-{slugify(place.external_id)}"


def _free(stem: str, taken: set[str]) -> str:
    """A slug that nobody has: the stem, else the stem with the first number that is free."""
    number = 1
    slug = stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _retire(ground: Ground, today: date) -> None:
    """Put newer boundaries in its place: its places stay, under slugs with its year."""
    ground.retired_on = today
    ground.save(update_fields=["retired_on"])
    taken = set(Place.objects.values_list("slug", flat=True))
    places = list(ground.places.only("slug").order_by("pk"))
    for place in places:
        place.slug = _free(f"{place.slug}-{ground.vintage_on.year}", taken)
        taken.add(place.slug)
    Place.objects.bulk_update(places, ["slug"], batch_size=500)
