"""`import_places`: brings boundaries with their populations from any file of outlines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from mapper.exchange.sources.places.fields import PlaceFields, told
from mapper.exchange.sources.places.store_places import PlacesReport, Wanted, import_places
from mapper.operations.arguments import day, year
from mapper.operations.importing import importing
from mapper.operations.notes_told import lines_about
from mapper.vocabulary import Level


class Command(BaseCommand):
    """Reads one file, stores all of it or nothing, and says what it took for what."""

    help = "Import the boundaries and populations of one level from any file GDAL reads."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be said on the command line."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--level", required=True, choices=[level.value for level in Level])
        parser.add_argument("--name-field", default="", metavar="COLUMN", help="names")
        parser.add_argument("--code-field", default="", metavar="COLUMN", help="codes or numbers")
        parser.add_argument("--population-field", default="", metavar="COLUMN", help="people")
        parser.add_argument("--population-year", type=year, metavar="YEAR", help="counted when")
        parser.add_argument("--layer", default="", help="where the file has several")
        parser.add_argument("--encoding", default="", help="of its texts, where it is not UTF-8")
        parser.add_argument("--crs", default="", help="its coordinate system, such as EPSG:27700")
        parser.add_argument("--source", default="", metavar="NAME", help="whose they are")
        parser.add_argument("--attribution", default="", help="shown on the map")
        parser.add_argument("--licence", default="", help="shown with the attribution")
        parser.add_argument("--vintage", type=day, metavar="YYYY-MM-DD", help="the day it shows")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")

    def handle(self, *_: Any, **options: Any) -> None:
        """Import, and tell what happened; one sentence and exit code 1 where nothing could."""
        with importing() as progress:
            report = import_places(
                options["file"], _wanted(options), today=timezone.localdate(), watch=progress
            )
        for line in summary(report):
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing was stored.")


def _wanted(options: dict[str, Any]) -> Wanted:
    credit, licence = options["attribution"], options["licence"]
    return Wanted(
        level=Level(options["level"]),
        fields=PlaceFields(
            name=options["name_field"],
            code=options["code_field"],
            population=options["population_field"],
            population_year=options["population_year"],
        ),
        layer=options["layer"],
        encoding=options["encoding"],
        crs=options["crs"],
        source=options["source"],
        attribution=f"{credit} ({licence})" if credit and licence else credit or licence,
        vintage_on=options["vintage"],
        dry_run=options["dry_run"],
    )


def summary(report: PlacesReport) -> Iterator[str]:
    """What was read from where, what was stored, and what was said about single rows."""
    ground, places = report.generation.ground, report.generation.places
    yield f"{ground.title}, as of {ground.vintage_on}:"
    yield from (f"  {sentence}" for sentence in told(report.fields))
    yield f"  The coordinate system is {_short(report.crs)}."
    if not places.differs:
        yield f"  places: {places.unchanged:,} unchanged; these are stored already"
    else:
        yield (
            f"  places: {places.added:,} added, {places.changed:,} changed,"
            f" {places.removed:,} removed, {places.unchanged:,} unchanged"
        )
    if report.generation.retired:
        yield f"  retired the boundaries as of {report.generation.retired.vintage_on}"
    yield f"  {report.nested:,} places have another parent now"
    yield from lines_about("Places", report.notes)


def _short(crs: str) -> str:
    """What a coordinate system is called; one that is spelled out is the file's own."""
    return "the file’s own" if "[" in crs else crs
