"""Reports of real cameras as people would send them, and how many of them would be asked about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from random import Random

import numpy as np
from numpy.typing import NDArray

from mapper.cameras.services.vintage import Listing
from mapper.evidence import Facts, match_score
from mapper.evidence.match_score import degrees_between
from mapper.geometry import box_around, metres_between
from mapper.matching.candidates import SCALE
from mapper.settings import limits
from mapper.vocabulary import Facing, Kind

WRONG_KINDS = 0.1
FACING_OFF_DEG = 20.0
MISTAKEN = (Kind.FIXED, Kind.DOME, Kind.PANNING)
LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of reports that are asked about, and of how many cameras the middle one is.

    `repeats`: of a stored camera, and that one is among the candidates. `new`: of a camera that
    was taken off the map, and nothing that looks alike stands in sight of it. `held_out`: of any
    camera that was taken off the map.
    """

    repeats: float
    new: float
    held_out: float
    truly_new: int


def rates(listings: Sequence[Listing], accuracy_m: float, rounds: int) -> Rates:
    """Report every camera so many times, each time misplaced and mistaken anew."""
    dice = Random(1729)  # noqa: S311  (the same reports in every run)
    places = np.array([(one.lon, one.lat) for one in listings])
    stored = [facts_of(one) for one in listings]
    repeats = new_asked = all_asked = new = 0
    for number, listing in enumerate(listings):
        near = near_to(number, places)
        others = [other for other in near if other != number]
        alone = not any(in_sight_and_alike(number, one, places, stored) for one in others)
        new += alone
        for _ in range(rounds):
            here = misplaced((listing.lon, listing.lat), accuracy_m, dice)
            seen = mistaken(stored[number], accuracy_m, dice)
            asked = likely(here, seen, near, places, stored)
            held_out = any(other in asked for other in others)
            repeats += number in asked
            new_asked += held_out and alone
            all_asked += held_out
    reports = len(listings) * rounds
    return Rates(repeats / reports, new_asked / (new * rounds), all_asked / reports, new)


def facts_of(listing: Listing) -> Facts:
    """What a listing says."""
    reading = listing.reading
    return Facts(
        kind=reading.kind,
        facings=reading.facings,
        mount=reading.mount,
        operator_type=reading.operator_type,
    )


def misplaced(here: LonLat, accuracy_m: float, dice: Random) -> LonLat:
    """A position as a device tells it: within its accuracy 68 times in 100."""
    spread = accuracy_m / sqrt(-2 * log(1 - 0.68))
    east, north = dice.gauss(0, spread), dice.gauss(0, spread)
    lon, lat = here
    metre = box_around(lon, lat, 1.0)
    return lon + east * (metre.east - lon), lat + north * (metre.north - lat)


def mistaken(facts: Facts, accuracy_m: float, dice: Random) -> Facts:
    """The facts as a person reports them: facings by eye, and one kind in ten another."""
    kind = facts.kind
    if kind is not Kind.UNKNOWN and dice.random() < WRONG_KINDS:
        kind = dice.choice([other for other in MISTAKEN if other is not kind])
    facings = tuple(
        Facing((one.bearing + dice.uniform(-FACING_OFF_DEG, FACING_OFF_DEG)) % 360, one.opening)
        for one in facts.facings
    )
    return replace(facts, kind=kind, facings=facings, accuracy_m=accuracy_m)


def near_to(number: int, places: NDArray[np.float64]) -> list[int]:
    """The cameras about so near that a report of one might be of the other."""
    lon, lat = places[number]
    box = box_around(lon, lat, 200.0)
    inside = (places >= (box.west, box.south)) & (places <= (box.east, box.north))
    return [int(one) for one in np.flatnonzero(inside.all(axis=1))]


def in_sight_and_alike(
    one: int, other: int, places: NDArray[np.float64], stored: Sequence[Facts]
) -> bool:
    """Whether somebody who stands at one sees the other, and nothing tells them apart.

    Only facings do: a kind is mistaken too often, and it is right to ask.
    """
    if metres_between(*places[one], *places[other]) > limits.NEIGHBOUR_M:
        return False
    degrees = degrees_between(stored[one].facings, stored[other].facings)
    return degrees is None or degrees <= limits.MATCH_FACINGS_APART_DEG


def likely(
    here: LonLat,
    seen: Facts,
    near: Sequence[int],
    places: NDArray[np.float64],
    stored: Sequence[Facts],
) -> frozenset[int]:
    """The cameras that would be asked about, and no more than are shown."""
    scores = {
        one: match_score(metres_between(*here, *places[one]), seen, stored[one], SCALE).score
        for one in near
    }
    shown = sorted(scores, key=scores.__getitem__, reverse=True)[: limits.MATCH_CANDIDATES_MAX]
    return frozenset(one for one in shown if scores[one] > limits.MATCH_WARN)
