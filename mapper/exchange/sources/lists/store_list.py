"""Importing a list of cameras: read, stored as one more voice, and believed as such, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypedDict

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
from mapper.exchange.sources.lists.list_columns import columns_reader, list_columns
from mapper.exchange.sources.lists.list_rows import list_rows
from mapper.exchange.sources.lists.store_columns import (
    EVERYWHERE,
    Storing,
    bring_back,
    store_columns,
    store_parts,
)
from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.store_cameras import store_cameras
from mapper.exchange.sources.tables.table import Table, read_table
from mapper.exchange.sources.watching import Watch
from mapper.settings import limits
from mapper.vocabulary import Role

_READING = "Reading cameras"
_SLUG_LENGTH = 50


class _How(TypedDict):
    """How rows are read."""

    crs: str
    vintage_on: date
    notes: Notes


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


def import_list(
    path: Path,
    wanted: Wanted,
    *,
    watch: Watch,
    by: Role,
    written: Callable[[], None] = lambda: None,
) -> ListReport:
    """Import a list; raises `RefusedFileError` with the one reason why not, and stores nothing.

    In one transaction, but for a list of more than `limits.BULK_FROM_ROWS` rows: see
    `store_columns`. The vintage is the day asked for, else the file's date. `written` is called
    once when all is stored, unless it is a dry run; what it takes somebody waits for.
    """
    table = read_table(path, layer=wanted.layer, encoding=wanted.encoding, watch=watch)
    fields = fields_of(table, wanted.fields)
    if not wanted.dry_run:
        bring_back(watch)
    importing = _Import(
        table, fields, crs_of(table, fields, wanted.crs), wanted, watch, by, written
    )
    try:
        return importing.in_columns() or importing.in_rows()
    except (OlderVintageError, TooManyMissingError) as error:
        raise RefusedFileError(f"{table.name} was refused: {error}.") from error


@dataclass(frozen=True, slots=True)
class _Import:
    """A list that was read, on its way into the database."""

    table: Table
    fields: ListFields
    crs: str
    wanted: Wanted
    watch: Watch
    by: Role
    written: Callable[[], None]

    @property
    def day(self) -> date:
        """The day that it is of."""
        return self.wanted.vintage_on or self.table.modified_on

    def in_columns(self) -> ListReport | None:
        """Import a very long list; None where it is none, or every row is to be refused."""
        if len(self.table) < limits.BULK_FROM_ROWS:
            return None
        notes = Notes()
        self.watch(_READING, 0, len(self.table))
        reader = columns_reader(self.table, self.fields, **self._how(notes))
        parts = iter(()) if reader is None else reader.parts()
        first = next((part for part in parts if len(part.listed)), None)
        if first is None:
            return None
        source = self._source()
        if source.records.exists():
            return self._compared(source)
        stored = store_parts(chain([first], parts), len(self.table), self._storing(source))
        return self._report(source, stored, notes)

    def _compared(self, source: Source) -> ListReport:
        """What was listed before is compared with the whole list before anything is written."""
        notes = Notes()
        read = list_columns(self.table, self.fields, **self._how(notes))
        assert read is not None  # noqa: S101  (some of its rows were read)
        self.watch(_READING, len(self.table), len(self.table))
        return self._report(source, store_columns(read, self._storing(source)), notes)

    def _how(self, notes: Notes) -> _How:
        return {"crs": self.crs, "vintage_on": self.day, "notes": notes}

    def _storing(self, source: Source) -> Storing:
        return Storing(
            source=source,
            day=self.day,
            whole=self.wanted.accept_missing,
            dry_run=self.wanted.dry_run,
            watch=self.watch,
            by=self.by,
            written=self.written,
        )

    def _source(self) -> Source:
        """The source, made where it is new; in a dry run only for as long as that takes."""
        with transaction.atomic():
            source = source_of(self.wanted.owner)
            if self.wanted.dry_run:
                transaction.set_rollback(True)
        return source

    def in_rows(self) -> ListReport:
        """Import a list in one transaction."""
        notes = Notes()
        found = list_rows(self.table, self.fields, crs=self.crs, vintage_on=self.day, notes=notes)
        if not found.listings:
            first = notes.refused[0]
            raise RefusedFileError(
                f"{self.table.name} holds no camera that can be stored. {first}."
            )
        vintage = Vintage(
            day=self.day,
            extent=EVERYWHERE,
            listings=found.listings,
            left_out=found.left_out,
            whole=self.wanted.accept_missing,
        )
        with transaction.atomic():
            source = source_of(self.wanted.owner)
            cameras = store_cameras(source=source, vintage=vintage, watch=self.watch, by=self.by)
            if self.wanted.dry_run:
                transaction.set_rollback(True)
        if not self.wanted.dry_run:
            self.written()
        return self._report(source, cameras, notes)

    def _report(self, source: Source, cameras: VintageReport, notes: Notes) -> ListReport:
        return ListReport(source, self.day, cameras, self.fields, self.crs, notes)


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
