"""The figures of one place, as they were summed: each with how low and how high it may be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from mapper.coverage.models import PlaceFigures
from mapper.places.models import Place
from mapper.vocabulary import Detail, Measure, SensitiveKind


@dataclass(frozen=True, slots=True)
class Range:
    """A figure in the three scenarios: at least, most likely, at most."""

    low: float
    central: float
    high: float

    def of(self, whole: float) -> "Range | None":
        """The same as shares of a whole; None where there is nothing to share."""
        if whole <= 0:
            return None
        return Range(self.low / whole, self.central / whole, self.high / whole)


@dataclass(frozen=True, slots=True)
class WayFigures:
    """The streets of a place: how long they are, how much was looked at, how much is in view."""

    length_m: float
    looked_m: float
    watched: Mapping[Detail, Mapping[Measure, Range]]

    def metres(self, measure: Measure, detail: Detail = Detail.OBSERVE) -> Range:
        """The metres in view by one measure."""
        return self.watched[detail][measure]

    def share(self, measure: Measure, detail: Detail = Detail.OBSERVE) -> Range | None:
        """The share of the length in view by one measure; None where there is no street."""
        return self.metres(measure, detail).of(self.length_m)

    @property
    def looked_share(self) -> float | None:
        """The share of the length that somebody looked at; None where there is no street."""
        return self.looked_m / self.length_m if self.length_m else None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Read what was stored."""
        return cls(
            length_m=stored["length_m"],
            looked_m=stored["looked_m"],
            watched={
                Detail(detail): {Measure(one): Range(*three) for one, three in measures.items()}
                for detail, measures in stored["watched"].items()
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraFigures:
    """The cameras of a place, counted by what is known of them; at private homes none."""

    total: int
    confirmed: int
    unconfirmed: int
    stale: int
    disputed: int
    by_public: int
    by_private: int
    by_unknown: int
    face_recognition: int
    facing_unknown: int


@dataclass(frozen=True, slots=True)
class SensitiveFigures:
    """The sensitive places of one kind, and the share of their frontage in view, in the mean."""

    total: int
    observe: Range
    recognise: Range

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Read what was stored."""
        return cls(stored["total"], Range(*stored["observe"]), Range(*stored["recognise"]))


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is counted of a place, and the days it is of.

    `public` leaves service roads out; `every` counts all ways but rails.
    """

    computed_on: date
    ground_vintage_on: date
    area_km2: float
    public: WayFigures
    every: WayFigures
    cameras: CameraFigures
    sensitive: Mapping[SensitiveKind, SensitiveFigures]

    @classmethod
    def read(cls, computed_on: date, stored: Mapping[str, Any]) -> Self:
        """Read what was stored."""
        return cls(
            computed_on=computed_on,
            ground_vintage_on=date.fromisoformat(stored["ground_vintage_on"]),
            area_km2=stored["area_km2"],
            public=WayFigures.read(stored["ways"]["public"]),
            every=WayFigures.read(stored["ways"]["all"]),
            cameras=CameraFigures(**stored["cameras"]),
            sensitive={
                SensitiveKind(kind): SensitiveFigures.read(one)
                for kind, one in stored["sensitive"].items()
            },
        )


def figures_of(place: Place) -> Figures | None:
    """The figures of a place as last computed; None where nobody computed them. One query."""
    row = PlaceFigures.objects.filter(place=place).first()
    return Figures.read(row.computed_on, row.figures) if row else None


def slugs_with_figures(slugs: Collection[str]) -> set[str]:
    """Those of some places whose figures were computed; one query, none where no slug is said."""
    said = [slug for slug in slugs if slug]
    if not said:
        return set()
    computed = PlaceFigures.objects.filter(place__slug__in=said)
    return set(computed.values_list("place__slug", flat=True))
