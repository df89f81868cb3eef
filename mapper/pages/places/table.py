"""Every figure of a place as one flat table, for those who take it along."""

from collections.abc import Iterator
from typing import NamedTuple

from mapper.coverage.figures import Figures, Range, WayFigures
from mapper.pages.places.people import index_of
from mapper.pages.places.ways import Ways
from mapper.places.models import Place
from mapper.vocabulary import Detail, Measure, SensitiveKind

SHOWN = (Detail.OBSERVE, Detail.RECOGNISE)


class Entry(NamedTuple):
    """One figure: its name for programs, what it means, its unit, and its three values."""

    figure: str
    means: str
    unit: str
    low: float | None
    central: float | None
    high: float | None


def entries_of(place: Place, figures: Figures | None) -> list[Entry]:
    """Every figure there is; of a place not computed yet only what is known without."""
    known = [_plain("population", f"People, {place.population_year}", "people", place.population)]
    if figures is None:
        return known
    return [
        *known,
        _plain("area", "Area", "km²", figures.area_km2),
        *_of_cameras(place, figures),
        *(entry for ways in Ways for entry in entries_of_ways(ways, ways.of(figures))),
        *_of_sensitive_places(figures),
    ]


def _of_cameras(place: Place, figures: Figures) -> Iterator[Entry]:
    for name, words in _CAMERAS.items():
        yield _plain(f"cameras.{name}", words, "cameras", getattr(figures.cameras, name))
    index = index_of(figures.cameras.total, place.population, figures.public.length_m)
    yield _plain("index.people_per_camera", "People per camera", "people", index.people_per_camera)
    yield _plain(
        "index.cameras_per_thousand",
        "Cameras per 1,000 people",
        "cameras",
        index.cameras_per_thousand,
    )
    yield _plain(
        "index.cameras_per_km", "Cameras per km of public street", "cameras", index.cameras_per_km
    )


def entries_of_ways(ways: Ways, counted: WayFigures) -> Iterator[Entry]:
    """Every figure of some streets."""
    words = ways.label.capitalize()
    yield _plain(f"ways.{ways}.length", words, "m", counted.length_m)
    yield _plain(f"ways.{ways}.looked", f"{words}: somebody looked", "m", counted.looked_m)
    for detail in SHOWN:
        for measure in Measure:
            yield Entry(
                f"ways.{ways}.{detail}.{measure}",
                f"{words} in view ({detail.label.lower()}), {measure.label.lower()}",
                "m",
                *_bounds(counted.metres(measure, detail)),
            )


def _of_sensitive_places(figures: Figures) -> Iterator[Entry]:
    for kind in SensitiveKind:
        found = figures.sensitive.get(kind)
        if found is None:
            continue
        yield _plain(f"sensitive.{kind}.total", kind.label, "places", found.total)
        for detail, share in ((Detail.OBSERVE, found.observe), (Detail.RECOGNISE, found.recognise)):
            means = f"{kind.label}: share of the front in view ({detail.label.lower()})"
            yield Entry(f"sensitive.{kind}.{detail}", means, "share", *_bounds(share))


def _bounds(bounds: Range) -> tuple[float, float, float]:
    return bounds.low, bounds.central, bounds.high


def _plain(figure: str, means: str, unit: str, number: float | None) -> Entry:
    """A figure without bounds: what was counted or measured."""
    return Entry(figure, means, unit, number, number, number)


_CAMERAS = {
    "total": "Cameras on the map",
    "confirmed": "Confirmed",
    "unconfirmed": "Unconfirmed",
    "stale": "Not seen for long",
    "disputed": "Disputed",
    "by_public": "Run by the police or a public body",
    "by_private": "Run by a business or someone else",
    "by_unknown": "Run by nobody knows whom",
    "face_recognition": "Said to recognise faces",
    "facing_unknown": "Whose facing nobody knows",
}
