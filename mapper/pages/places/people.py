"""The index: people per camera, cameras per 1,000 people and per kilometre, where they can be."""

from dataclasses import dataclass

_THOUSAND = 1_000


@dataclass(frozen=True, slots=True)
class Index:
    """What a number of cameras is for a place; None where a part of it is unknown or nothing."""

    people_per_camera: float | None
    cameras_per_thousand: float | None
    cameras_per_km: float | None


def index_of(cameras: int, population: int | None, length_m: float) -> Index:
    """The index of a place with so many cameras, people and metres of street."""
    return Index(
        people_per_camera=population / cameras if population and cameras else None,
        cameras_per_thousand=per_thousand(cameras, population),
        cameras_per_km=cameras * _THOUSAND / length_m if length_m > 0 else None,
    )


def per_thousand(cameras: int, population: int | None) -> float | None:
    """Cameras for each 1,000 people; None where nobody lives there or nobody says how many."""
    return cameras * _THOUSAND / population if population else None
