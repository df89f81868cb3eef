"""What is sent again under a key is compared with what was stored, and with no copy of it."""

from dataclasses import replace
from datetime import date

import pytest

from mapper.api.repeats import says_the_same
from mapper.sightings.models import HeldText, Sighting
from mapper.sightings.services.log_sighting import Observation
from mapper.vocabulary import Basis, Verdict
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db

SAID = Observation(
    lon=HERE[0],
    lat=HERE[1],
    accuracy_m=8.0,
    verdict=Verdict.PRESENT,
    observed_on=SEEN_ON,
    claims={"camera:type": ("dome", Basis.SAW)},
    texts={"note": "Behind the tree."},
)


@pytest.fixture
def stored() -> Sighting:
    """What was said, as it was stored."""
    sighting = make_sighting(make_camera(), dict(SAID.claims), accuracy_m=8.0)
    HeldText.objects.create(
        sighting=sighting, aspect="note", text="Behind the tree.", received_on=SEEN_ON
    )
    return sighting


def test_the_same_is_the_same(stored: Sighting) -> None:
    assert says_the_same(stored, SAID)


@pytest.mark.parametrize(
    "other",
    [
        {"lon": HERE[0] + 0.001},
        {"accuracy_m": None},
        {"verdict": Verdict.CHANGED},
        {"observed_on": date(2026, 8, 31)},
        {"claims": {}},
        {"claims": {"camera:type": ("dome", Basis.GUESS)}},
        {"texts": {}},
        {"texts": {"note": "Before the tree."}},
        {"texts": {**SAID.texts, "operator": "Wall & Sons"}},
    ],
)
def test_anything_else_is_another(stored: Sighting, other: dict[str, object]) -> None:
    assert not says_the_same(stored, replace(SAID, **other))
