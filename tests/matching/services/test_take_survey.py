"""Taking in a survey: stored once and whole, with a sighting of each camera seen."""

from datetime import date

import pytest

from mapper.contributors.models import Contributor
from mapper.contributors.rules.senders import RefusedSenderError
from mapper.matching.services import take_survey as module
from mapper.matching.services.take_survey import SurveyReport, take_survey
from mapper.settings import limits
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey, SurveyEvent
from mapper.surveys.search import look_at
from mapper.vocabulary import Role, Verdict
from tests.factories.cameras import HERE, make_camera

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 20)


def take(person, *, seen=(), key="a key"):
    look = look_at(*HERE, "", TODAY, [camera.pk for camera in seen])
    report = SurveyReport(look=look, idempotency_key=key, sender=person.sender)
    return take_survey(report, received_on=TODAY, by=Role.RESIDENT)


def test_each_camera_seen_is_a_sighting_of_the_same_day_and_person(newcomer):
    seen, _ = [make_camera(), make_camera()], make_camera()
    survey = take(newcomer, seen=seen)
    sightings = Sighting.objects.order_by("pk")
    assert [sighting.camera for sighting in sightings] == seen == list(survey.seen.order_by("pk"))
    assert {sighting.verdict for sighting in sightings} == {Verdict.PRESENT}
    assert {sighting.contributor for sighting in sightings} == {newcomer.contributor}
    assert survey.contributor == newcomer.contributor
    assert newcomer.contributor.used == 3


def test_who_has_no_key_may_look_too(neighbour):
    assert take(neighbour).contributor is None


def test_sent_twice_it_counts_once(newcomer):
    camera = make_camera()
    assert take(newcomer, seen=[camera]) == take(newcomer, seen=[camera])
    assert Sighting.objects.count() == Survey.objects.count() == SurveyEvent.objects.count() == 1
    assert newcomer.contributor.used == 2


def test_a_copy_that_raced_is_answered_with_the_first(newcomer, neighbour, monkeypatch):
    first = take(neighbour)
    answers = iter([None, first])
    monkeypatch.setattr(module, "sent_before", lambda _: next(answers))
    assert take(neighbour) == first
    assert Survey.objects.count() == 1


def test_more_than_the_allowance_is_refused_whole(newcomer):
    seen = [make_camera() for _ in range(limits.ALLOWANCE_NEW_KEY)]
    with pytest.raises(RefusedSenderError) as refused:
        take(newcomer, seen=seen)
    assert refused.value.status == 429
    assert Survey.objects.count() == Sighting.objects.count() == 0


def test_what_was_stored_is_answered_also_when_nothing_more_may_be_sent(newcomer):
    first = take(newcomer)
    Contributor.objects.update(blocked_on=TODAY)
    assert take(newcomer) == first
    with pytest.raises(RefusedSenderError):
        take(newcomer, key="another")


def test_what_fails_in_between_leaves_nothing(newcomer, monkeypatch):
    def fail(**_):
        raise RuntimeError

    monkeypatch.setattr(module, "log_sighting", fail)
    with pytest.raises(RuntimeError):
        take(newcomer, seen=[make_camera()])
    assert Survey.objects.count() == SurveyEvent.objects.count() == Contributor.objects.count() == 0


def test_a_second_look_through_one_address_that_day_adds_nothing(newcomer, neighbour):
    camera, through = make_camera(), type(newcomer)(None, newcomer.address)
    first, again = take(newcomer, seen=[camera]), take(through, seen=[camera], key="another")
    assert [first.weight, again.weight] == [None, 0.0]
    assert list(Sighting.objects.order_by("pk").values_list("weight", flat=True)) == [None, 0.0]
    assert take(neighbour, key="third").weight is None
