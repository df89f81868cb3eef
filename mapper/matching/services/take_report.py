"""Taking in a report of a camera that may be on the map already: log it, or ask which one."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mapper.cameras.models import Camera
from mapper.contributors.services.recognise_contributor import recognise_contributor
from mapper.matching.candidates import Candidate, candidates_for
from mapper.sightings.models import Sighting
from mapper.sightings.services.log_sighting import Observation, log_sighting, sent_before
from mapper.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was observed, of which camera (None: of one that is not named), and by whose key.

    `another` says that the camera is none of those on the map. `contributor_key` is the secret of
    a contributor, or None where the sighting is nobody's in particular.
    """

    observation: Observation
    camera: Camera | None
    another: bool
    idempotency_key: str
    contributor_key: str | None = None


def take_report(report: Report, *, received_on: date, by: Role) -> Sighting | list[Candidate]:
    """Log a report, or give the cameras it may be of where it says neither which nor another.

    Nothing is stored while the question is open. What was logged under the same key before is
    given back without a question: by now it would be a candidate itself.
    """
    if report.camera is None and not report.another:
        candidates = candidates_for(report.observation, received_on)
        if candidates:
            return sent_before(report.idempotency_key) or candidates
    key = report.contributor_key
    with transaction.atomic():
        return log_sighting(
            observation=report.observation,
            camera=report.camera,
            contributor=recognise_contributor(key=key, day=received_on, by=by) if key else None,
            idempotency_key=report.idempotency_key,
            received_on=received_on,
            by=by,
        )
