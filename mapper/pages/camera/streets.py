"""The streets around one camera: drawn by class, named once each, and which of them it is on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import shapely
from django.db.models import F
from shapely.geometry import LineString

from mapper.geometry import Box
from mapper.pages.camera.plane import Plane, path_of
from mapper.places.models import Street
from mapper.settings import limits
from mapper.vocabulary import StreetClass

# What a letter takes along a street, in metres of the drawing: names that do not fit are left out.
LETTER_M = 3.4
# Narrow streets are drawn first, so that a main road runs on over its side streets.
IN_ORDER = tuple(reversed(StreetClass))


@dataclass(frozen=True, slots=True)
class StreetName:
    """A name written along a path."""

    name: str
    path: str


@dataclass(slots=True)
class Streets:
    """Paths by class, lines by name, and whose ground they are."""

    by_class: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[LineString]] = field(default_factory=lambda: defaultdict(list))
    railways: set[str] = field(default_factory=set)
    attributions: set[str] = field(default_factory=set)

    @property
    def paths(self) -> tuple[tuple[str, str], ...]:
        """Class and path, in the order of drawing."""
        return tuple(
            (street_class.value, "".join(self.by_class[street_class]))
            for street_class in IN_ORDER
            if street_class in self.by_class
        )

    @property
    def names(self) -> tuple[StreetName, ...]:
        """Each name that fits, once, along its longest line, read from left to right."""
        return tuple(
            StreetName(name, path_of(line))
            for name, lines in self.by_name.items()
            if (line := _longest(lines)).length >= len(name) * LETTER_M
        )

    @property
    def nearest(self) -> str:
        """The name of the street, not railway, the origin is on; empty where none is near."""
        here = shapely.Point(0, 0)
        reached = (
            (min(line.distance(here) for line in lines), name)
            for name, lines in self.by_name.items()
            if name not in self.railways
        )
        metres, name = min(reached, default=(0.0, ""))
        return name if metres <= limits.ON_STREET_M else ""


def streets_in(box: Box, plane: Plane) -> Streets:
    """The streets above the ground that touch a box."""
    found = Streets()
    rows = (
        Street.objects.in_box(box)
        .filter(tunnel=False)
        .order_by("pk")
        .values_list("name", "street_class", "line", F("ground__attribution"))
    )
    for name, street_class, line, attribution in rows[: limits.SMALL_MAP_SHAPES]:
        shape = plane.draw(line)
        if shape.is_empty:
            continue
        found.attributions.add(attribution)
        found.by_class[street_class].append(path_of(shape))
        if name and street_class == StreetClass.RAIL:
            found.railways.add(name)
        if name:
            found.by_name[name].extend(_lines(shapely.get_parts(shape)))
    return found


def _lines(parts: Iterable[object]) -> Iterable[LineString]:
    return (part for part in parts if isinstance(part, LineString))


def _longest(lines: list[LineString]) -> LineString:
    """The longest line the pieces of a street make together, from left to right."""
    whole = shapely.get_parts(shapely.line_merge(shapely.union_all(lines)))
    longest = max(_lines(whole), key=lambda line: float(line.length))
    start, end = longest.coords[0], longest.coords[-1]
    return longest if start <= end else longest.reverse()
