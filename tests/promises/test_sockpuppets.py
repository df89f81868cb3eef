"""Numbers confirm nothing: a hundred keys cannot make a camera that is not there."""

from datetime import date, timedelta
from random import Random

import pytest

from mapper.cameras.models import Camera
from mapper.contributors.models import Contributor
from mapper.contributors.rules.keys import key_hash
from mapper.contributors.rules.senders import Sender
from mapper.contributors.services.make_codes import make_codes
from mapper.matching.services.take_report import Report, take_report
from mapper.sightings.models import Sighting
from mapper.sightings.services.bring_code import bring_code
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Role, State, Verdict
from tests.promises.sockpuppets import PEOPLE, town

CODES = 5
SEEDS = (1, 2)
BEGIN = date(2026, 3, 1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("patient", [True, False], ids=["patient", "in three days"])
@pytest.mark.parametrize("standing", [PEOPLE, CODES], ids=["grown", "new with five codes"])
def test_what_is_true_is_confirmed_and_what_is_invented_is_not(standing, patient, seed):
    shares = town(seed, patient=patient, standing=standing).live()
    assert shares.true >= 0.95
    assert shares.invented < 0.01


def test_a_community_with_nobody_who_has_standing_confirms_nothing():
    shares = town(1, patient=True, standing=0).live()
    assert (shares.true, shares.invented) == (0, 0)


def test_a_key_that_did_real_work_confirms_what_it_says_itself_and_lifts_no_other():
    """What this cannot prevent, so that nobody takes it for prevented: see `standing.md`."""
    shares = town(1, patient=True, standing=PEOPLE, scouts=1).live()
    assert 0.1 < shares.invented < 0.3


class Street:
    """Cameras told of through the door by which reports come, in a database."""

    def __init__(self, seed):
        self.dice, self.sent = Random(seed), 0  # noqa: S311

    def tell(self, sender, day, camera=None, place=0):
        """Report a camera at a place, or say that a known one is there."""
        self.sent += 1
        on = BEGIN + timedelta(days=day)
        report = Report(
            observation=Observation(
                lon=-28 + place / 100,
                lat=47.0,
                accuracy_m=None,
                verdict=Verdict.PRESENT,
                observed_on=on,
                claims={},
            ),
            camera=camera,
            another=camera is None,
            idempotency_key=f"{self.sent}",
            sender=sender,
        )
        return Sighting.objects.get(pk=take_report(report, received_on=on, by=Role.RESIDENT).pk)


def person(number):
    return Sender(f"person-{number}-made-on-a-device", f"192.0.2.{number}")


def puppet(number):
    return Sender(f"puppet-{number}-made-on-a-device", f"203.0.113.{number % 3}")


@pytest.mark.django_db
def test_the_same_in_a_database_with_five_codes():
    street = Street(7)
    for number, code in enumerate(make_codes(number=CODES, days=14, day=BEGIN, by=Role.OPERATOR)):
        bring_code(code=code, sender=person(number), day=BEGIN, by=Role.RESIDENT)
    true, invented = [], []
    for place in range(16):
        people = street.dice.sample(range(6), 3)
        camera = street.tell(person(people[0]), place, place=place).camera
        street.tell(person(people[1]), 30 + place, camera)
        street.tell(person(people[2]), 60 + place, camera)
        street.tell(puppet(place), 90, camera)
        true.append(camera.pk)
    for place in range(100, 108):
        puppets = street.dice.sample(range(30), 5)
        camera = street.tell(puppet(puppets[0]), 91, place=place).camera
        for day, number in enumerate(puppets[1:], start=92):
            street.tell(puppet(number), day, camera)
        invented.append(camera.pk)
    states = dict(Camera.objects.values_list("pk", "state"))
    assert {states[pk] for pk in true} == {State.CONFIRMED}
    assert {states[pk] for pk in invented} == {State.UNCONFIRMED}
    keys = [key_hash(puppet(number).key) for number in range(30)]
    known = Contributor.objects.filter(key_hash__in=keys)
    assert known.exists()
    assert not known.filter(has_standing=True).exists()
