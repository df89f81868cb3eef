"""One vintage of a source's list of cameras, and what storing it changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mapper.geometry import Box
from mapper.vocabulary import CameraReading


class OlderVintageError(ValueError):
    """A vintage older than what is stored of the same cameras."""


class TooManyMissingError(ValueError):
    """A vintage without most of the cameras known there: rather a wrong file than the truth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a source lists of one camera; longitude and latitude in degrees."""

    external_id: str
    lon: float
    lat: float
    tags: Mapping[str, str]
    version: int | None
    seen_on: date | None
    reading: CameraReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Vintage:
    """A source's list as of one day, complete inside `extent`.

    `left_out` names what the source lists and we did not take: it is not missing.
    `whole` says that somebody looked and wants it stored though most known cameras are not in it.
    """

    day: date
    extent: Box
    listings: Sequence[Listing]
    left_out: frozenset[str] = frozenset()
    whole: bool = False


@dataclass(slots=True)
class VintageReport:
    """How many cameras a vintage added, changed and so on.

    `touched` are those to be decided anew; of one that was added only this voice has told.
    """

    added: int = 0
    changed: int = 0
    moved: int = 0
    missing: int = 0
    returned: int = 0
    unchanged: int = 0
    touched: set[int] = field(default_factory=set)
