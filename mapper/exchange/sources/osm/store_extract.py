"""Storing an extract: its ground, its cameras, and what is then believed of them, or nothing."""

from dataclasses import dataclass
from pathlib import PurePath

from django.db import transaction
from django.utils.text import slugify

from mapper.cameras.models import Source, SourceKind
from mapper.cameras.services.vintage import (
    OlderVintageError,
    TooManyMissingError,
    Vintage,
    VintageReport,
)
from mapper.exchange.sources.counter import Counter
from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.osm.extract import Extract
from mapper.exchange.sources.store_cameras import store_cameras
from mapper.exchange.sources.watching import Watch
from mapper.places.models import Place
from mapper.places.services.nest_places import nest_places
from mapper.places.services.replace_ground import (
    GroundReport,
    GroundTitle,
    OlderGroundError,
    replace_ground,
)
from mapper.vocabulary import Role

_TITLE = "OpenStreetMap"
_LICENCE = "ODbL 1.0"
_ATTRIBUTION = "© OpenStreetMap contributors"
_ADDRESS = "https://www.openstreetmap.org/copyright"


@dataclass(frozen=True, slots=True, kw_only=True)
class Storing:
    """How an extract is to be stored: as which source, whether for good, and trusted how far."""

    source: str = "osm"
    dry_run: bool = False
    accept_missing: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What storing an extract did; `ground` is None where no ground was asked for."""

    cameras: VintageReport
    ground: GroundReport | None


def store_extract(*, extract: Extract, storing: Storing, watch: Watch, by: Role) -> ImportReport:
    """Store everything in one transaction; after a dry run all is as it was.

    Raises `RefusedFileError` where the database holds something newer, or most of it is missing.
    """
    try:
        with transaction.atomic():
            source = source_named(storing.source)
            ground = _store_ground(extract, source, watch)
            cameras = _store_cameras(extract, source, storing, watch, by)
            if storing.dry_run:
                transaction.set_rollback(True)
            return ImportReport(cameras, ground)
    except (OlderVintageError, TooManyMissingError, OlderGroundError) as error:
        raise RefusedFileError(f"{extract.name} was refused: {error}.") from error


def source_named(slug: str) -> Source:
    """The OSM source of that slug, made where it is new."""
    told = {
        "title": _TITLE if slug == "osm" else f"{_TITLE} ({slug})",
        "kind": SourceKind.OSM,
        "licence": _LICENCE,
        "attribution": _ATTRIBUTION,
        "address": _ADDRESS,
    }
    source, _ = Source.objects.get_or_create(slug=slug, defaults=told)
    if source.kind != SourceKind.OSM:
        raise RefusedFileError(f"The source “{slug}” is not one of OpenStreetMap data.")
    return source


def _store_ground(extract: Extract, source: Source, watch: Watch) -> GroundReport | None:
    if not extract.ground:
        return None
    family = f"{source.slug}--"
    stem = PurePath(extract.name).name.partition(".")[0]
    title = GroundTitle(
        slug=family + (slugify(stem)[:30] or "extract"),
        title=f"{source.title}: {stem}",
        attribution=source.attribution,
        vintage_on=extract.vintage_on,
    )
    total = sum(map(len, extract.ground.values()))
    report = replace_ground(
        title=title,
        family=family,
        extent=extract.extent,
        layers=extract.ground,
        written=Counter(watch, "Storing ground", total),
    )
    if Place in extract.ground:
        nest_places()
    return report


def _store_cameras(
    extract: Extract, source: Source, storing: Storing, watch: Watch, by: Role
) -> VintageReport:
    vintage = Vintage(
        day=extract.vintage_on,
        extent=extract.extent,
        listings=extract.listings,
        left_out=extract.left_out,
        whole=storing.accept_missing,
    )
    return store_cameras(source=source, vintage=vintage, watch=watch, by=by)
