"""Importing a list of cameras: read, stored as one more voice, and believed as such, or nothing."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from mapper.cameras.models import Source, SourceKind
from mapper.cameras.services.vintage import (
    OlderVintageError,
    TooManyMissingError,
    Vintage,
    VintageReport,
)
from mapper.exchange.sources.lists.fields import ListFields, crs_of, fields_of
from mapper.exchange.sources.lists.list_rows import list_rows
from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.store_cameras import store_cameras
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import Watch
from mapper.geometry import Box
from mapper.vocabulary import Role

_EVERYWHERE = Box(-180, -90, 180, 90)
"""A list is all that its source lists, wherever it is: what it lists no more is missing."""

_SLUG_LENGTH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose list it is; what is left empty stays as it was."""

    name: str
    licence: str = ""
    attribution: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the operator asked for; what she left open the file decides."""

    owner: Owner
    fields: ListFields = field(default_factory=ListFields)
    layer: str = ""
    encoding: str = ""
    crs: str = ""
    vintage_on: date | None = None
    dry_run: bool = False
    accept_missing: bool = False


@dataclass(frozen=True, slots=True)
class ListReport:
    """What importing a list did."""

    source: Source
    vintage_on: date
    cameras: VintageReport
    fields: ListFields
    crs: str
    notes: Notes


def import_list(path: Path, wanted: Wanted, *, watch: Watch, by: Role) -> ListReport:
    """Import a list in one transaction; raises `RefusedFileError` with the one reason why not.

    The vintage is the day asked for, else the file's date.
    """
    table = read_table(path, layer=wanted.layer, encoding=wanted.encoding, watch=watch)
    fields = fields_of(table, wanted.fields)
    crs, notes = crs_of(table, fields, wanted.crs), Notes()
    vintage_on = wanted.vintage_on or table.modified_on
    found = list_rows(table, fields, crs=crs, vintage_on=vintage_on, notes=notes)
    if not found.listings:
        first = notes.refused[0]
        raise RefusedFileError(f"{table.name} holds no camera that can be stored. {first}.")
    vintage = Vintage(
        day=vintage_on,
        extent=_EVERYWHERE,
        listings=found.listings,
        left_out=found.left_out,
        whole=wanted.accept_missing,
    )
    try:
        with transaction.atomic():
            source = source_of(wanted.owner)
            cameras = store_cameras(source=source, vintage=vintage, watch=watch, by=by)
            if wanted.dry_run:
                transaction.set_rollback(True)
    except (OlderVintageError, TooManyMissingError) as error:
        raise RefusedFileError(f"{table.name} was refused: {error}.") from error
    return ListReport(source, vintage_on, cameras, fields, crs, notes)


def source_of(owner: Owner) -> Source:
    """The source of that name, made where it is new, with what is told of its owner."""
    slug = slugify(owner.name)
    if not slug or len(slug) > _SLUG_LENGTH:
        raise RefusedFileError(
            f"“{owner.name}” is no name of a source: 1 to {_SLUG_LENGTH} letters, digits and"
            " hyphens (--source)."
        )
    made = {"title": owner.name, "kind": SourceKind.LIST}
    source, _ = Source.objects.get_or_create(slug=slug, defaults=made)
    if source.kind != SourceKind.LIST:
        raise RefusedFileError(f"The source “{slug}” is not somebody’s list; choose another name.")
    _tell(source, owner)
    return source


def _tell(source: Source, owner: Owner) -> None:
    """Write what is told of the owner and stands there differently."""
    told = {"licence": owner.licence, "attribution": owner.attribution, "address": owner.address}
    changed = [name for name, text in told.items() if text and text != getattr(source, name)]
    for name in changed:
        setattr(source, name, told[name])
    if changed:
        source.save(update_fields=changed)
