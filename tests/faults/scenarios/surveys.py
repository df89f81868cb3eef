"""Scenarios for the services of surveys."""

from functools import partial

from mapper.surveys.rules import circle_around
from mapper.surveys.search import Look
from mapper.surveys.services.log_survey import log_survey
from mapper.surveys.services.restore_survey import restore_survey
from mapper.surveys.services.withdraw_survey import withdraw_survey
from mapper.vocabulary import Role
from tests.factories.cameras import HERE, make_camera
from tests.factories.sightings import make_contributor
from tests.factories.surveys import make_survey
from tests.faults.scenarios.scenario import DAY, KEY, Act, Scenario, camera_somebody_saw


def look() -> Look:
    """Somebody looked around and saw two cameras."""
    seen = [camera_somebody_saw(), make_camera()]
    return Look(area=circle_around(*HERE), street_name="", looked_on=DAY, seen=seen)


def logging() -> Act:
    """A survey that saw two cameras."""
    return partial(
        log_survey,
        look=look(),
        contributor=make_contributor(),
        idempotency_key=KEY,
        received_on=DAY,
        by=Role.RESIDENT,
    )


def withdrawing() -> Act:
    """A survey that saw a camera."""
    survey = make_survey(seen=[make_camera()])
    return partial(withdraw_survey, survey=survey, day=DAY, by=Role.RESIDENT)


def restoring() -> Act:
    """A survey that was withdrawn by mistake."""
    survey = make_survey(withdrawn_on=DAY)
    return partial(restore_survey, survey=survey, day=DAY, by=Role.MODERATOR)


SCENARIOS = {
    "log_survey": Scenario(logging, ("SurveyEvent",)),
    "restore_survey": Scenario(restoring, ("SurveyEvent",)),
    "withdraw_survey": Scenario(withdrawing, ("SurveyEvent",)),
}
