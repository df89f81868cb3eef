"""Taking in a report of a camera that may be on the map already: log it, or ask which one."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import IntegrityError, transaction

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.services.admit_sender import admit_sender, voice_weight
from mapper.matching.candidates import Candidate, candidates_for
from mapper.sightings.models import Sighting
from mapper.sightings.rules.locks import refuse_where_locked
from mapper.sightings.services.log_sighting import (
    Observation,
    log_sighting_within,
    sent_before,
)
from mapper.vocabulary import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was observed, of which camera (None: of one that is not named), and who sends it.

    `another` says that the camera is none of those on the map.
    """

    observation: Observation
    camera: Camera | None
    another: bool
    idempotency_key: str
    sender: Sender


def take_report(report: Report, *, received_on: date, by: Role) -> Sighting | list[Candidate]:
    """Log a report, or give the cameras it may be of where it says neither which nor another.

    Nothing is stored while the question is open. What was logged under the same key before is
    given back without a question, and counts once: by now it would be a candidate itself. Raises
    `RefusedSenderError` where its sender may not send it.
    """
    if report.camera is None and not report.another:
        candidates = candidates_for(report.observation, received_on)
        if candidates:
            return sent_before(report.idempotency_key) or candidates
    try:
        return _log(report, received_on, by)
    except (RefusedSenderError, IntegrityError):
        # Sent before, and nothing more may be sent; or two copies of one post raced.
        earlier = sent_before(report.idempotency_key)
        if earlier:
            return earlier
        raise


def _log(report: Report, day: date, by: Role) -> Sighting:
    with transaction.atomic():
        admit = partial(admit_sender, sender=report.sender, day=day, by=by)
        contributor = admit() if report.sender.key else None
        where = report.observation
        refuse_where_locked(contributor, where.lon, where.lat, day)
        speak = partial(voice_weight, sender=report.sender, contributor=contributor, day=day)
        named = report.camera
        sighting = log_sighting_within(
            observation=report.observation,
            camera=named,
            contributor=contributor,
            idempotency_key=report.idempotency_key,
            received_on=day,
            by=by,
            weight=speak(about=f"camera {named.pk}") if named else None,
        )
        if sighting.is_repeat:
            # It counted when it was sent first: whatever was taken or made for it now is undone.
            transaction.set_rollback(True)
            return sighting
        if contributor is None:
            # No row of hers makes copies of one post wait for each other; storing it did.
            admit()
        if named is None:
            speak(about=f"camera {sighting.camera_id}")
        return sighting
