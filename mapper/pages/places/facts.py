"""The cameras of a place counted, in words: how sure, whose, and how many for each person."""

from collections.abc import Iterator
from dataclasses import dataclass

from mapper.coverage.figures import Figures
from mapper.pages.places.amounts import number_words, rate_words
from mapper.pages.places.people import Index, index_of
from mapper.pages.places.ways import Ways
from mapper.places.models import Place


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what was counted, the number, and what belongs to it."""

    name: str
    number: str
    words: str = ""


def facts_of(place: Place, figures: Figures, ways: Ways) -> list[Fact]:
    """Every line; empty where no camera was logged."""
    cameras = figures.cameras
    if not cameras.total:
        return []
    index = index_of(cameras.total, place.population, ways.of(figures).length_m)
    return [
        Fact("Cameras", number_words(cameras.total), "in use on public ground"),
        Fact(
            "How sure",
            "",
            f"{number_words(cameras.confirmed)} confirmed,"
            f" {number_words(cameras.unconfirmed)} unconfirmed,"
            f" {number_words(cameras.disputed)} disputed,"
            f" {number_words(cameras.stale)} not seen for long",
        ),
        Fact(
            "Run by",
            "",
            f"{number_words(cameras.by_public)} by the police or a public body,"
            f" {number_words(cameras.by_private)} by a business or someone else,"
            f" {number_words(cameras.by_unknown)} by persons unknown",
        ),
        Fact("Said to recognise faces", number_words(cameras.face_recognition)),
        Fact("Facing not known", number_words(cameras.facing_unknown)),
        *_for_people(place, index),
        *_for_streets(index),
    ]


def _for_people(place: Place, index: Index) -> Iterator[Fact]:
    if index.people_per_camera is None or index.cameras_per_thousand is None:
        why = "No population is on record" if place.population is None else "Nobody lives here"
        yield Fact("People per camera", "", why)
        return
    people = f"{number_words(place.population or 0)} people in {place.population_year}"
    yield Fact("People per camera", rate_words(index.people_per_camera), people)
    yield Fact("Cameras per 1,000 people", rate_words(index.cameras_per_thousand))


def _for_streets(index: Index) -> Iterator[Fact]:
    if index.cameras_per_km is not None:
        yield Fact("Cameras per km of street", rate_words(index.cameras_per_km))
