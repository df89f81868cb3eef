"""Taking in a survey: where somebody looked, and a sighting of each camera she ticked as seen."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

from django.db import IntegrityError, transaction

from mapper.cameras.models import Camera
from mapper.contributors.rules.senders import RefusedSenderError, Sender
from mapper.contributors.services.admit_sender import admit_sender, voice_weight
from mapper.sightings.rules.locks import refuse_where_locked
from mapper.sightings.services.log_sighting import Observation, log_sighting
from mapper.surveys.models import Survey
from mapper.surveys.search import Look
from mapper.surveys.services.log_survey import log_survey, sent_before
from mapper.vocabulary import Role, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyReport:
    """What was looked at and seen there, and who sends it."""

    look: Look
    idempotency_key: str
    sender: Sender


def take_survey(report: SurveyReport, *, received_on: date, by: Role) -> Survey:
    """Log a survey and what was seen, all or nothing; sent twice it counts once.

    It costs its sender one, and one more for each camera seen. Raises `RefusedSenderError` where
    she may not send it.
    """
    try:
        return _log(report, received_on, by)
    except (RefusedSenderError, IntegrityError):
        # Sent before, and nothing more may be sent; or two copies of one post raced.
        earlier = sent_before(report.idempotency_key)
        if earlier:
            return earlier
        raise


def tick_key(survey_key: str, camera_id: int) -> str:
    """The key of the sighting that came with a survey: by it the two are known to belong."""
    return sha256(f"{survey_key} {camera_id}".encode()).hexdigest()


def _log(report: SurveyReport, day: date, by: Role) -> Survey:
    look, key = report.look, report.idempotency_key
    with transaction.atomic():
        cost = 1 + len(look.seen)
        contributor = admit_sender(sender=report.sender, cost=cost, day=day, by=by)
        earlier = sent_before(key)
        if earlier:
            transaction.set_rollback(True)
            return earlier
        middle = look.area.centroid
        refuse_where_locked(contributor, middle.x, middle.y, day)
        speak = partial(voice_weight, sender=report.sender, contributor=contributor, day=day)
        survey = log_survey(
            look=look,
            contributor=contributor,
            idempotency_key=key,
            received_on=day,
            by=by,
            weight=speak(about=_named(look)),
        )
        for camera in look.seen:
            log_sighting(
                observation=_seen(camera, look.looked_on),
                camera=camera,
                contributor=contributor,
                idempotency_key=tick_key(key, camera.pk),
                received_on=day,
                by=by,
                weight=speak(about=f"camera {camera.pk}"),
            )
        return survey


def _named(look: Look) -> str:
    """What two surveys of one street, or of one spot, have in common: to about 100 metres."""
    middle = look.area.centroid
    return f"survey {look.street_name} {middle.x:.3f} {middle.y:.3f}"


def _seen(camera: Camera, day: date) -> Observation:
    return Observation(
        lon=camera.location.x,
        lat=camera.location.y,
        accuracy_m=None,
        verdict=Verdict.PRESENT,
        observed_on=day,
        claims={},
    )
