"""`import_cameras`: brings anybody's list of cameras into the map, as one more voice."""

from argparse import ArgumentTypeError
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mapper.exchange.sources.lists.fields import TAGS, ListFields, told
from mapper.exchange.sources.lists.store_list import ListReport, Owner, Wanted, import_list
from mapper.operations.arguments import day
from mapper.operations.importing import cameras_told, importing, sort_for_map
from mapper.operations.notes_told import lines_about
from mapper.vocabulary import Role


def tag(text: str) -> tuple[str, str]:
    """A tag such as operator:type=police."""
    key, equals, value = text.partition("=")
    if not (key.strip() and equals and value.strip()):
        raise ArgumentTypeError(f"“{text}” is no tag such as operator:type=police")
    return key.strip(), value.strip()


class Command(BaseCommand):
    """Reads one list, stores all of it or nothing, and says what it took for what."""

    # They read every page of the site, for longer than a list needs to its first camera on the map.
    requires_system_checks = ()
    help = "Import a list of cameras (CSV, GeoJSON, anything GDAL reads) as one more voice."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be said on the command line."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--source", required=True, metavar="NAME", help="whose list it is")
        parser.add_argument("--lon", default="", metavar="COLUMN", help="longitude, or easting")
        parser.add_argument("--lat", default="", metavar="COLUMN", help="latitude, or northing")
        parser.add_argument("--crs", default="", help="its coordinate system, such as EPSG:27700")
        for name, key in TAGS.items():
            parser.add_argument(f"--{name}-field", metavar="COLUMN", help=f"read as {key}")
        parser.add_argument(
            "--tag",
            type=tag,
            action="append",
            default=[],
            metavar="KEY=VALUE",
            help="holds for every row, such as operator:type=police",
        )
        parser.add_argument("--layer", default="", help="where the file has several")
        parser.add_argument("--encoding", default="", help="of its texts, where it is not UTF-8")
        parser.add_argument("--attribution", default="", help="whom to name")
        parser.add_argument("--licence", default="", help="under which it may be used")
        parser.add_argument("--address", default="", help="where it is published")
        parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the day it is of")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument(
            "--accept-missing",
            action="store_true",
            help="believe it though most cameras it listed before are not in it",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Import, and tell what happened; one sentence and exit code 1 where nothing could."""
        with importing() as progress:
            report = import_list(
                options["file"],
                _wanted(options),
                watch=progress,
                by=Role.IMPORTER,
                written=partial(sort_for_map, progress),
            )
        for line in summary(report):
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing was stored.")


def _wanted(options: dict[str, Any]) -> Wanted:
    named = {name: options[f"{name.replace('-', '_')}_field"] for name in TAGS}
    return Wanted(
        owner=Owner(
            name=options["source"],
            licence=options["licence"],
            attribution=options["attribution"],
            address=options["address"],
        ),
        fields=ListFields(
            lon=options["lon"],
            lat=options["lat"],
            columns={name: column for name, column in named.items() if column},
            tags=dict(options["tag"]),
        ),
        layer=options["layer"],
        encoding=options["encoding"],
        crs=options["crs"],
        vintage_on=options["date"],
        dry_run=options["dry_run"],
        accept_missing=options["accept_missing"],
    )


def summary(report: ListReport) -> Iterator[str]:
    """What was read from where, what was stored, and what was said about single rows."""
    yield f"{report.source.title}, as of {report.vintage_on}:"
    yield from (f"  {sentence}" for sentence in told(report.fields, report.crs))
    yield f"  {cameras_told(report.cameras, report.notes)}"
    yield from lines_about("Rows", report.notes)
