"""When two answers about one aspect of a camera are one answer: facings, places, measures."""

from dataclasses import dataclass

from mapper.geometry.bearings import difference
from mapper.geometry.distances import metres_between
from mapper.vocabulary import Facing
from mapper.vocabulary.compass import FULL_TURN

Facings = tuple[Facing, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where somebody says a camera is: degrees, and how sure she is, in metres (None: unsaid)."""

    lon: float
    lat: float
    accuracy_m: float | None = None


def same_facings(one: Facings, other: Facings, *, bearing_deg: float, opening_deg: float) -> bool:
    """Whether two lists of facings are one set, each within so many degrees of its partner.

    Partners follow one another round the compass, so it is enough to try every turn of the list.
    An opening that nobody told agrees with every other; all round has no bearing.
    """
    if len(one) != len(other):
        return False
    mine, its = sorted(one, key=_round_the_compass), sorted(other, key=_round_the_compass)
    return not mine or any(
        all(
            _alike(facing, its[(number + turn) % len(its)], bearing_deg, opening_deg)
            for number, facing in enumerate(mine)
        )
        for turn in range(len(its))
    )


def _round_the_compass(facing: Facing) -> tuple[float, float]:
    return facing.bearing, facing.opening or 0.0


def _alike(one: Facing, other: Facing, bearing_deg: float, opening_deg: float) -> bool:
    if FULL_TURN in (one.opening, other.opening):
        return one.opening == other.opening
    if difference(*sorted((one.bearing, other.bearing))) > bearing_deg:
        return False
    if one.opening is None or other.opening is None:
        return True
    return abs(one.opening - other.opening) <= opening_deg


def supports_place(said: Place, place: Place, *, metres: float, most_m: float) -> bool:
    """Whether who said one place may have meant another: within `metres`, or her own accuracy.

    Only the accuracy of what was said counts, and up to `most_m`: a vague position agrees with an
    exact one near it, and takes nobody from it.
    """
    sure_m = min(said.accuracy_m or 0.0, most_m)
    apart_m = metres_between(said.lon, said.lat, place.lon, place.lat)
    return apart_m <= max(metres, sure_m)
