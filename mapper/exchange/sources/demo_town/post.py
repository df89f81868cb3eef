"""A group of like cameras, and who runs them."""

from dataclasses import dataclass
from typing import Literal

from mapper.exchange.sources.demo_town.stands import Stand
from mapper.vocabulary import Answer, Kind, Lifecycle, Mount, OperatorType, Scope

Looks = Literal["ahead", "both ways", "three ways", "unknown", "all round"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A group of like cameras; kinds, mounts and looks are taken in turn."""

    stands: list[Stand]
    operator: str = ""
    operator_type: OperatorType
    kinds: tuple[Kind, ...]
    mounts: tuple[Mount, ...]
    looks: tuple[Looks, ...] = ("ahead",)
    openings: tuple[float | None, ...] = (None, 60.0, 90.0)
    height_m: float | None = None
    scope: Scope = Scope.PUBLIC
    zone: str = ""
    face_recognition: Answer = Answer.UNKNOWN
    plate_reading: Answer = Answer.UNKNOWN
    signage: Answer = Answer.UNKNOWN
    lifecycle: Lifecycle = Lifecycle.IN_USE
    manufacturer: str = ""


POLICE = "Thistlequay Police (invented)"
COUNCIL = "Thistlequay Town Council (invented)"
RAILWAY = "Island Railway (invented)"
FERRIES = "Lookout Ferries (invented)"
STORES = "Tern and Thrift Stores (invented)"
WORKS = "Sedge Harbour Works (invented)"
HOSPITAL = "Tarn Hospital (invented)"
SCHOOL = "Orchards School (invented)"
TRUST = "Lighthouse Trust (invented)"
OPERATORS = (POLICE, COUNCIL, RAILWAY, FERRIES, STORES, WORKS, HOSPITAL, SCHOOL, TRUST)
