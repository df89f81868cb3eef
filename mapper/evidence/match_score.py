"""How likely two records are the same device: a score from 0 to 1 that explains itself in words."""

from dataclasses import dataclass
from math import exp, hypot, log, sqrt

from mapper.geometry.bearings import difference
from mapper.vocabulary import Facing, Kind, Mount, OperatorType
from mapper.vocabulary.compass import FULL_TURN

_WITHIN = -log(1 - 0.68)
"""An accuracy is the radius that holds the true point 68 times in 100. Of errors that are normal
along both axes, the share beyond a radius of r accuracies is exp(-_WITHIN r²)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one record says of a device but its position; what is unknown, empty or None is missing.

    `accuracy_m` is how sure the position is, in metres.
    """

    accuracy_m: float | None = None
    kind: Kind = Kind.UNKNOWN
    facings: tuple[Facing, ...] = ()
    mount: Mount = Mount.UNKNOWN
    operator_type: OperatorType = OperatorType.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What the facts weigh, in natural log-odds; accuracies in metres, angles in degrees.

    `beside` holds for two records at one point of which nothing else is known, `same` for each
    fact they share; `facing` for facings that agree wholly, falling to nothing at `even_deg` and
    on below. Facings more than `apart_deg` apart are two devices: no score of theirs is above
    `warn`.
    """

    warn: float
    beside: float
    assumed_accuracy_m: float
    least_accuracy_m: float
    most_accuracy_m: float
    same: float
    kind_differs: float
    mount_differs: float
    operator_differs: float
    facing: float
    even_deg: float
    apart_deg: float


@dataclass(frozen=True, slots=True)
class MatchScore:
    """A score from 0 to 1, and the reasons for it, the distance first."""

    score: float
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """All reasons in one line: `8 m apart, same kind, facings 10° apart`."""
        return ", ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class _Reason:
    weight: float
    words: str


def match_score(metres: float, one: Facts, other: Facts, scale: Scale) -> MatchScore:
    """Compare two records so many metres apart; a fact that either lacks counts nothing."""
    degrees = degrees_between(one.facings, other.facings)
    reasons = [
        _Reason(-_WITHIN * (metres / _combined(one, other, scale)) ** 2, f"{metres:.0f} m apart"),
        *_compared("kind", one.kind, other.kind, scale.same, scale.kind_differs),
        *_facing_reasons(degrees, scale),
        *_compared("mount", one.mount, other.mount, scale.same, scale.mount_differs),
        *_compared(
            "sort of operator",
            one.operator_type,
            other.operator_type,
            scale.same,
            scale.operator_differs,
        ),
    ]
    score = _share_of(scale.beside + sum(reason.weight for reason in reasons))
    if degrees is not None and degrees > scale.apart_deg:
        score = min(score, scale.warn)
    return MatchScore(score, tuple(reason.words for reason in reasons))


def reach_m(accuracy_m: float | None, scale: Scale) -> float:
    """How far away, in metres, a record may be and still score above `warn`, whatever its facts."""
    best = scale.beside + 3 * scale.same + scale.facing
    slack = best - log(scale.warn / (1 - scale.warn))
    combined = hypot(_accuracy(accuracy_m, scale), scale.most_accuracy_m)
    return combined * sqrt(max(slack, 0.0) / _WITHIN)


def degrees_between(one: tuple[Facing, ...], other: tuple[Facing, ...]) -> float | None:
    """The smallest angle between a facing of one and a facing of the other; None if one has none.

    All round is no facing: it has no middle.
    """
    # In one order whichever comes first, so that rounding is the same from both sides.
    angles = [
        difference(*sorted((mine.bearing, its.bearing)))
        for mine in one
        for its in other
        if FULL_TURN not in (mine.opening, its.opening)
    ]
    return min(angles, default=None)


def _facing_reasons(degrees: float | None, scale: Scale) -> list[_Reason]:
    if degrees is None:
        return []
    weight = scale.facing * (1 - degrees / scale.even_deg)
    return [_Reason(weight, f"facings {degrees:.0f}° apart")]


def _compared(name: str, one: str, other: str, same: float, differs: float) -> list[_Reason]:
    if "unknown" in (one, other):
        return []
    return [_Reason(same, f"same {name}") if one == other else _Reason(differs, f"another {name}")]


def _combined(one: Facts, other: Facts, scale: Scale) -> float:
    """The accuracy of a distance between two positions."""
    return hypot(_accuracy(one.accuracy_m, scale), _accuracy(other.accuracy_m, scale))


def _accuracy(told: float | None, scale: Scale) -> float:
    if told is None:
        return scale.assumed_accuracy_m
    return min(max(told, scale.least_accuracy_m), scale.most_accuracy_m)


def _share_of(log_odds: float) -> float:
    """The probability that natural log-odds stand for, also where they are far below zero."""
    if log_odds >= 0:
        return 1 / (1 + exp(-log_odds))
    return exp(log_odds) / (1 + exp(log_odds))
