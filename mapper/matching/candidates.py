"""The public cameras that an observation may be of, best first, each with its reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from mapper.cameras.models import Camera
from mapper.cameras.rules import state_on
from mapper.evidence import Facts, MatchScore, Scale, match_score, reach_m
from mapper.geometry import Box, box_around, metres_between
from mapper.settings import limits
from mapper.sightings.rules.claims import answers_in
from mapper.sightings.services.log_sighting import Observation
from mapper.spatial.compiled_queries import CompiledQuery
from mapper.vocabulary import Basis, Facing, Kind, Mount, OperatorType, State

SCALE = Scale(
    warn=limits.MATCH_WARN,
    beside=limits.MATCH_BESIDE,
    assumed_accuracy_m=limits.MATCH_ASSUMED_ACCURACY_M,
    least_accuracy_m=limits.MATCH_LEAST_ACCURACY_M,
    most_accuracy_m=limits.MATCH_MOST_ACCURACY_M,
    same=limits.MATCH_SAME,
    kind_differs=limits.MATCH_KIND_DIFFERS,
    mount_differs=limits.MATCH_MOUNT_DIFFERS,
    operator_differs=limits.MATCH_OPERATOR_DIFFERS,
    facing=limits.MATCH_FACING,
    even_deg=limits.MATCH_FACING_EVEN_DEG,
    apart_deg=limits.MATCH_FACINGS_APART_DEG,
)
"""What the facts weigh, as the limits have it."""

_TOLD = ("kind", "facings", "mount", "operator_type")

_COMPARED = CompiledQuery(
    lambda: (
        Camera.objects.public()
        .in_given_box("box")
        .order_by("pk")
        .values_list("pk", "location", "accuracy_m", *_TOLD)[: limits.MATCH_COMPARED_MAX]
    )
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A camera that may be the one observed: how far away, in what state today, and why."""

    camera: Camera
    metres: float
    state: State
    match: MatchScore


def candidates_for(observation: Observation, today: date) -> list[Candidate]:
    """The public cameras that score above `limits.MATCH_WARN`, best first.

    One query where there are none, two at the date line, and one more for those there are. A
    camera that is gone is scored like any other: it may have come back. One at a private home is
    no candidate, whatever its score.
    """
    here = (observation.lon, observation.lat)
    box = box_around(*here, reach_m(observation.accuracy_m, SCALE))
    seen = facts_observed(observation.accuracy_m, observation.claims)
    likely = [one for one in _scored_in(box, here, seen) if one[1].score > limits.MATCH_WARN]
    likely.sort(key=lambda one: (-one[1].score, one[0]))
    best = dict(likely[: limits.MATCH_CANDIDATES_MAX])
    cameras = Camera.objects.public().select_related("operator").in_bulk(best) if best else {}
    return [
        _candidate(cameras[pk], here, match, today) for pk, match in best.items() if pk in cameras
    ]


def facts_observed(accuracy_m: float | None, claims: Mapping[str, tuple[str, Basis]]) -> Facts:
    """What an observation says of the device."""
    told: dict[str, Any] = {
        aspect: answer for aspect, (answer, _) in answers_in(claims).items() if aspect in _TOLD
    }
    return Facts(accuracy_m=accuracy_m, **told)


def _scored_in(
    box: Box, here: tuple[float, float], seen: Facts
) -> Iterator[tuple[int, MatchScore]]:
    """The public cameras in a box, by number, each with its score; of most no more is needed."""
    rows = chain.from_iterable(_COMPARED.rows(box=part) for part in box.split())
    for pk, location, accuracy_m, *told in rows:
        metres = metres_between(*here, location.x, location.y)
        yield pk, match_score(metres, seen, _facts_believed(accuracy_m, *told), SCALE)


def _facts_believed(
    accuracy_m: float | None,
    kind: str,
    facings: list[dict[str, Any]],
    mount: str,
    operator_type: str,
) -> Facts:
    """What is believed of a camera, from the columns that tell it."""
    return Facts(
        accuracy_m=accuracy_m,
        kind=Kind(kind),
        facings=tuple(Facing(**facing) for facing in facings),
        mount=Mount(mount),
        operator_type=OperatorType(operator_type),
    )


def _candidate(
    camera: Camera, here: tuple[float, float], match: MatchScore, today: date
) -> Candidate:
    return Candidate(
        camera=camera,
        metres=metres_between(*here, camera.location.x, camera.location.y),
        state=state_on(State(camera.state), camera.last_seen_on, today),
        match=match,
    )
