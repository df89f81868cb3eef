"""Whatever happened, working it all out anew finds nothing; a row that was altered is found."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.cameras.models import Camera, Event, EventKind, Operator
from mapper.cameras.services.store_vintage import store_vintage
from mapper.contributors.models import Contributor, ContributorEventKind
from mapper.contributors.services.give_standing import give_standing
from mapper.contributors.services.rebuild_standing import differing_standing
from mapper.contributors.services.take_standing import take_standing
from mapper.sightings.models import Sighting
from mapper.sightings.services.believe_cameras import believe_cameras
from mapper.sightings.services.log_sighting import Observation, log_sighting
from mapper.sightings.services.rebuild_cameras import differing_cameras, rebuild_cameras
from mapper.sightings.services.restore_sighting import restore_sighting
from mapper.sightings.services.spread_standing import spread_standing
from mapper.sightings.services.withdraw_sighting import withdraw_sighting
from mapper.vocabulary import Basis, Kind, Role, State, Verdict
from tests.factories.cameras import make_camera, make_record, make_source
from tests.factories.osm import make_listing, make_vintage
from tests.factories.sightings import make_contributor, make_sighting

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)
WORDS = (
    {},
    {"camera:type": "dome"},
    {"camera:type": "fixed", "camera:direction": "45"},
    {"operator:type": "private_home"},
    {"operator:type": "business", "operator": "Tram Works", "height": "4"},
)
PEOPLE = 4


def day_of(number):
    return DAY + timedelta(days=number // 2)


class World:
    """A town in which anything may happen, on a day that comes closer with each act."""

    def __init__(self):
        """Some people, and the acts by name."""
        self.day, self.people = DAY, [make_contributor() for _ in range(PEOPLE)]
        self.acts = {
            "log": self._log,
            "tell": self._tell,
            "withdraw": self._withdraw,
            "restore": self._restore,
            "import": self._import_vintage,
            "standing": self._turn_standing,
        }

    def _log(self, dice, camera=None):
        number = dice.randrange(PEOPLE + 1)
        claims = {key: (value, Basis.SAW) for key, value in dice.choice(WORDS).items()}
        observation = Observation(
            lon=24.95,
            lat=60.15 + dice.choice((0, 0, 5, 25)) / 111_195,
            accuracy_m=dice.choice((None, 5.0, 30.0)),
            verdict=dice.choice(list(Verdict)),
            observed_on=self.day - timedelta(days=dice.choice((0, 0, 3))),
            claims=claims,
        )
        log_sighting(
            observation=observation,
            camera=camera,
            contributor=[*self.people, None][number],
            idempotency_key=None,
            received_on=self.day,
            by=Role.RESIDENT,
            weight=dice.choice((None, None, 0.0)),
        )

    def _tell(self, dice):
        cameras = list(Camera.objects.public().order_by("pk"))
        self._log(dice, dice.choice(cameras) if cameras else None)

    def _withdraw(self, dice):
        self._of_one_sighting(withdraw_sighting, dice)

    def _restore(self, dice):
        self._of_one_sighting(restore_sighting, dice)

    def _of_one_sighting(self, act, dice):
        sightings = list(Sighting.objects.order_by("pk"))
        if sightings:
            act(sighting=dice.choice(sightings), day=self.day, by=Role.RESIDENT)

    def _import_vintage(self, dice):
        listings = [
            make_listing(number, version=None, tags=dice.choice(WORDS))
            for number in dice.sample(range(3), 2)
        ]
        report = store_vintage(
            source=make_source("osm"),
            vintage=make_vintage(listings, day=self.day, whole=True),
            stored=lambda more: None,
            by=Role.IMPORTER,
        )
        believe_cameras(ids=report.touched, day=self.day, by=Role.IMPORTER, aspects_told=True)

    def _turn_standing(self, dice):
        one = Contributor.objects.get(pk=dice.choice(self.people).pk)
        if one.has_standing:
            take_standing(contributor=one, day=self.day, by=Role.MODERATOR)
        else:
            given_by_code = ContributorEventKind.STANDING_GIVEN
            give_standing(contributor=one, what=given_by_code, day=self.day, by=Role.OPERATOR)
        self.people = list(Contributor.objects.order_by("pk"))
        spread_standing(contributors=[one.pk], day=self.day, by=Role.OPERATOR)


def differing():
    return differing_cameras(list(Camera.objects.values_list("pk", flat=True)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.sampled_from(
            ["log", "tell", "tell", "tell", "withdraw", "restore", "import", "standing"]
        ),
        min_size=1,
        max_size=12,
    ),
    dice=st.randoms(use_true_random=False),
)
def test_whatever_happened_it_follows(db, acts, dice):
    with transaction.atomic():
        world = World()
        for number, act in enumerate(acts):
            world.day = day_of(number)
            world.acts[act](dice)
        assert [(one.camera, one.before) for one in differing()] == []
        assert differing_standing([one.pk for one in world.people]) == []
        transaction.set_rollback(True)


TAMPERED: list[dict[str, object]] = [
    {"state": State.CONFIRMED},
    {"voices": 7},
    {"kind": Kind.DOME},
    {"facings": [{"bearing": 9.0, "opening": None}]},
    {"last_seen_on": date(2026, 12, 24)},
    {"accuracy_m": 3.0},
    {"disputed": ["kind"]},
    {"operator_type": "private_home", "home_cell": 5},
    {"location": "POINT(24.9 60.1)"},
]


@pytest.mark.parametrize("altered", TAMPERED, ids=["+".join(one) for one in TAMPERED])
def test_a_row_that_was_altered_is_found_and_mended(altered):
    camera = make_camera()
    make_sighting(camera, {"camera:type": ("fixed", Basis.SAW)})
    rebuild_cameras(ids=[camera.pk], day=DAY, by=Role.OPERATOR)
    Camera.objects.filter(pk=camera.pk).update(**altered)
    assert [one.before.keys() for one in differing()] == [altered.keys()]
    rebuild_cameras(ids=[camera.pk], day=DAY, by=Role.OPERATOR)
    assert differing() == []
    assert Event.objects.filter(what=EventKind.STATE).last().details["rebuilt"] == sorted(altered)


def test_looking_changes_nothing():
    camera = make_camera(kind=Kind.DOME)
    make_record(camera, tags={"operator": "Tram Works"})
    assert len(differing()) == 1
    camera.refresh_from_db()
    assert camera.kind == Kind.DOME
    assert not Operator.objects.exists()
    assert not Event.objects.exists()


def test_what_differs_in_nothing_has_no_event():
    camera = make_camera()
    make_sighting(camera)
    rebuild_cameras(ids=[camera.pk], day=DAY, by=Role.OPERATOR)
    assert rebuild_cameras(ids=[camera.pk], day=DAY, by=Role.OPERATOR) == []
    assert Event.objects.count() == 1
