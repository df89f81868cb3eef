"""Where somebody is, for pages that ask: a position in the address, or a name to be found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from mapper.geometry.positions import parse_latitude, parse_longitude
from mapper.places.search import find_places
from mapper.settings import limits
from mapper.sightings.rules.reports import position_problem


@dataclass(frozen=True, slots=True)
class Here:
    """A position in degrees that a reader gave."""

    lon: float
    lat: float

    @property
    def query(self) -> str:
        """The position as part of an address, to about a metre."""
        return urlencode({"lat": f"{self.lat:.5f}", "lon": f"{self.lon:.5f}"})


@dataclass(frozen=True, slots=True)
class Found:
    """A place by the name that was asked for, and the position in its middle."""

    name: str
    kind: str
    here: Here


def here_in(query: QueryDict) -> Here | None:
    """The position in an address, None where there is none; raises `ValueError` in words."""
    lat, lon = query.get("lat", ""), query.get("lon", "")
    if not lat and not lon:
        return None
    here = Here(parse_longitude(lon), parse_latitude(lat))
    problem = position_problem(here.lat, here.lon)
    if problem:
        raise ValueError(problem)
    return here


def where(query: QueryDict, problem: str = "") -> dict[str, Any]:
    """The context of `parts/where.html`: what was asked for by name, and what was found."""
    text = query.get("q", "").strip()[: limits.SEARCH_MAX_LENGTH]
    return {"text": text, "found": list(_found(text)), "where_problem": problem}


def _found(text: str) -> Iterator[Found]:
    for place in find_places(text):
        yield Found(place.name, place.kind, Here(place.lon, place.lat))
