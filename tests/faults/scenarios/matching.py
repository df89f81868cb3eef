"""Scenarios for the services of matching."""

from functools import partial

from mapper.matching.services.take_back_survey import take_back_survey
from mapper.matching.services.take_report import Report, take_report
from mapper.matching.services.take_survey import SurveyReport, take_survey, tick_key
from mapper.vocabulary import Role
from tests.factories.cameras import make_camera
from tests.factories.sightings import make_sighting
from tests.factories.surveys import make_survey
from tests.faults.scenarios.scenario import (
    DAY,
    DEVICE,
    KEY,
    Act,
    Scenario,
    camera_somebody_saw,
    observation,
)
from tests.faults.scenarios.surveys import look


def reporting() -> Act:
    """The second voice about a camera, from a device that never sent anything."""
    report = Report(
        observation=observation(),
        camera=camera_somebody_saw(),
        another=False,
        idempotency_key=KEY,
        sender=DEVICE,
    )
    return partial(take_report, report, received_on=DAY, by=Role.RESIDENT)


def surveying() -> Act:
    """A survey that saw two cameras, from a device that never sent anything."""
    report = SurveyReport(look=look(), idempotency_key=KEY, sender=DEVICE)
    return partial(take_survey, report, received_on=DAY, by=Role.RESIDENT)


def taking_back_survey() -> Act:
    """A survey with the only sighting of a camera."""
    camera = make_camera()
    survey = make_survey(seen=[camera], idempotency_key=KEY)
    make_sighting(camera, idempotency_key=tick_key(KEY, camera.pk))
    return partial(take_back_survey, survey=survey, day=DAY, by=Role.RESIDENT)


SCENARIOS = {
    "take_back_survey": Scenario(taking_back_survey, ("Event", "SurveyEvent")),
    "take_report": Scenario(reporting),
    "take_survey": Scenario(surveying, ("Event", "Event", "SurveyEvent")),
}
