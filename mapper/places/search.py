"""Finding streets, places and settlements by name, whatever the case and the accents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import combining, normalize

import shapely
from django.contrib.gis.db.models.functions import AsWKB, Envelope
from django.core.cache import cache

from mapper.geometry import Box, metres_between
from mapper.places.models import Ground, Label, Place, Street
from mapper.settings import limits
from mapper.vocabulary import LabelRank, Level, StreetClass

_STREET, _PLACE, _SETTLEMENT = "street", "place", "settlement"


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A name on the map: `what` is street, place or settlement, `kind` says it in words.

    `slug` is that of a place, empty for all else.
    """

    name: str
    what: str
    kind: str
    box: Box
    slug: str = ""

    @property
    def lon(self) -> float:
        """The longitude of the middle, in degrees."""
        return (self.box.west + self.box.east) / 2

    @property
    def lat(self) -> float:
        """The latitude of the middle, in degrees."""
        return (self.box.south + self.box.north) / 2


class _Name(NamedTuple):
    """One name to be found; the shape of a street is only read when it is."""

    folded: str
    name: str
    what: str
    kind: str
    wkb: bytes
    slug: str = ""


class _Match(NamedTuple):
    """A name and how well it fits: 0 is best."""

    rank: int
    found: _Name


def find_places(text: str, near: tuple[float, float] | None = None) -> list[FoundPlace]:
    """The best matches for a name, at most `limits.SEARCH_RESULTS`; at most five queries.

    A whole name comes before a beginning, a beginning before the beginning of a later word; of
    equals, the nearest to `near` (longitude and latitude in degrees), else by name.
    """
    wanted = folded(text[: limits.SEARCH_MAX_LENGTH])
    if not wanted:
        return []
    matches = sorted(_matches(wanted))[: limits.SEARCH_CANDIDATES]
    lines = _lines_of([match.found.name for match in matches if match.found.what == _STREET])
    places = [
        (match.rank, _metres(place, near), place.name, place)
        for match in matches
        for place in _places_of(match.found, lines)
    ]
    places.sort(key=lambda ranked: ranked[:3])
    return [place for *_, place in places[: limits.SEARCH_RESULTS]]


def folded(text: str) -> str:
    """A text without case, accents, and needless space (Unicode 3.13, D146, without its marks)."""
    folded_once = normalize("NFKD", normalize("NFD", text).casefold())
    marks = normalize("NFKD", folded_once.casefold())
    return " ".join("".join(mark for mark in marks if not combining(mark)).split())


def _matches(wanted: str) -> Iterator[_Match]:
    for name in _names():
        if name.folded == wanted:
            yield _Match(0, name)
        elif name.folded.startswith(wanted):
            yield _Match(1, name)
        elif f" {wanted}" in name.folded:
            yield _Match(2, name)


def _names() -> list[_Name]:
    """Every name on the map; read again only when ground was imported."""
    key = f"names-with-slugs:{Ground.objects.version()}"
    names: list[_Name] | None = cache.get(key)
    if names is None:
        names = [*_labels(), *_places(), *_streets()]
        cache.set(key, names)
    return names


def _labels() -> Iterator[_Name]:
    labels = Label.objects.annotate(wkb=AsWKB("location"))
    for name, rank, wkb in labels.values_list("name", "rank", "wkb"):
        yield _Name(folded(name), name, _SETTLEMENT, LabelRank(rank).label, bytes(wkb))


def _places() -> Iterator[_Name]:
    places = Place.objects.current().annotate(wkb=AsWKB(Envelope("boundary")))
    for name, level, wkb, slug in places.values_list("name", "level", "wkb", "slug"):
        yield _Name(folded(name), name, _PLACE, Level(level).label, bytes(wkb), slug)


def _streets() -> Iterator[_Name]:
    """Each name once; of several classes, the busiest."""
    rank = {street_class.value: place for place, street_class in enumerate(StreetClass)}
    rows = Street.objects.exclude(name="").values_list("name", "street_class").distinct()
    classes: dict[str, str] = {}
    for name, street_class in rows:
        classes[name] = min(classes.get(name, street_class), street_class, key=rank.__getitem__)
    for name, street_class in classes.items():
        yield _Name(folded(name), name, _STREET, StreetClass(street_class).label, b"")


def _lines_of(names: Sequence[str]) -> dict[str, list[shapely.Geometry]]:
    """The lines of the streets of some names; one query, none where there is no name."""
    lines: dict[str, list[shapely.Geometry]] = defaultdict(list)
    if names:
        found = Street.objects.filter(name__in=names).annotate(wkb=AsWKB("line"))
        for name, wkb in found.values_list("name", "wkb"):
            lines[name].append(shapely.from_wkb(bytes(wkb)))
    return lines


def _places_of(found: _Name, lines: Mapping[str, list[shapely.Geometry]]) -> Iterator[FoundPlace]:
    """The one place of a name, or each of the streets that bear it in different towns."""
    shapes = [shapely.from_wkb(found.wkb)] if found.wkb else _towns_apart(lines[found.name])
    for shape in shapes:
        box = Box(*shapely.bounds(shape).tolist())
        yield FoundPlace(found.name, found.what, found.kind, box, found.slug)


def _towns_apart(lines: Sequence[shapely.Geometry]) -> list[shapely.Geometry]:
    """Lines put together where they lie near each other: one street each."""
    boxes = shapely.box(*shapely.bounds(lines).T)
    reach = shapely.union_all(shapely.buffer(boxes, limits.SAME_STREET_DEG))
    return [
        shapely.GeometryCollection([line for line in lines if shapely.intersects(part, line)])
        for part in shapely.get_parts(reach)
    ]


def _metres(place: FoundPlace, near: tuple[float, float] | None) -> float:
    return metres_between(*near, place.lon, place.lat) if near else 0.0
