"""`import_osm`: brings cameras and the ground from an OpenStreetMap extract into the map."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mapper.exchange.sources.osm.extract import Extract, Wanted, read_extract
from mapper.exchange.sources.osm.ground_rows import Layer
from mapper.exchange.sources.osm.store_extract import ImportReport, Storing, store_extract
from mapper.operations.arguments import box, day
from mapper.operations.importing import cameras_told, importing, show_on_map
from mapper.operations.notes_told import lines_about
from mapper.vocabulary import Role


def layers(text: str) -> frozenset[Layer]:
    """The layers named in a list with commas."""
    try:
        return frozenset(Layer(word.strip()) for word in text.split(",") if word.strip())
    except ValueError:
        known = ", ".join(Layer)
        raise ArgumentTypeError(f"“{text}” is no list of {known}") from None


class Command(BaseCommand):
    """Reads one file, stores all of it or nothing, and says what changed."""

    help = (
        "Import cameras, and with --with also the ground, from an OpenStreetMap extract:"
        " .osm, .osm.pbf, Overpass JSON, or GeoJSON of OSM tags."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be said on the command line."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--with",
            dest="layers",
            type=layers,
            default=frozenset(),
            metavar="LAYERS",
            help="the ground too: any of streets,buildings,boundaries,labels,sensitive",
        )
        parser.add_argument("--extent", type=box, metavar="W,S,E,N", help="only inside this box")
        parser.add_argument("--vintage", type=day, metavar="YYYY-MM-DD", help="the day it shows")
        parser.add_argument("--source", default="osm", metavar="SLUG", help="whose list it is")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument("--any-size", action="store_true", help="read even a huge file")
        parser.add_argument(
            "--accept-missing",
            action="store_true",
            help="believe it though most known cameras are not in it",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Import, and tell what happened; one sentence and exit code 1 where nothing could."""
        wanted = Wanted(
            layers=options["layers"],
            extent=options["extent"],
            vintage_on=options["vintage"],
            any_size=options["any_size"],
        )
        storing = Storing(
            source=options["source"],
            dry_run=options["dry_run"],
            accept_missing=options["accept_missing"],
        )
        with importing() as progress:
            extract = read_extract(options["file"], wanted, progress)
            report = store_extract(
                extract=extract, storing=storing, watch=progress, by=Role.IMPORTER
            )
        self._tell(extract, report)
        if storing.dry_run:
            self.stdout.write("This was a dry run: nothing was stored.")
            return
        show_on_map()

    def _tell(self, extract: Extract, report: ImportReport) -> None:
        self.stdout.write(f"{extract.name}, as of {extract.vintage_on}:")
        for line in summary(extract, report):
            self.stdout.write(f"  {line}")
        for what, notes in (("Cameras", extract.notes), ("Ground", extract.ground_notes)):
            for line in lines_about(what, notes):
                self.stdout.write(line)


def summary(extract: Extract, report: ImportReport) -> list[str]:
    """What an import did, one line for the cameras and one for each kind of ground."""
    lines = [cameras_told(report.cameras, extract.notes)]
    if report.ground is None:
        return lines
    for model, layer in report.ground.layers.items():
        lines.append(
            f"{model._meta.verbose_name_plural}: {layer.added:,} added, {layer.changed:,} changed,"
            f" {layer.removed:,} removed, {layer.unchanged:,} unchanged"
        )
    return [*lines, *(f"took the place of “{title}”" for title in report.ground.absorbed)]
