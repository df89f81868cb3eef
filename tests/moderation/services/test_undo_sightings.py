"""Everything of one contributor is withdrawn in one act, and that act can be taken back."""

from datetime import timedelta

import pytest

from mapper.cameras.models import Camera
from mapper.moderation.models import Act, ActKind
from mapper.moderation.services.undo_sightings import restore_sightings, undo_sightings
from mapper.sightings.models import Sighting
from mapper.surveys.models import Survey
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON, make_camera
from tests.factories.moderation import make_act, make_moderator
from tests.factories.sightings import make_contributor, make_sighting
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db


def act_of(decide, **what):
    return decide(
        moderator=make_moderator(), reason="Invented", day=SEEN_ON, by=Role.MODERATOR, **what
    )


def standing():
    return set(Sighting.objects.filter(withdrawn_on__isnull=True).values_list("pk", flat=True))


def test_all_since_then_is_withdrawn_and_the_act_tells_what():
    her = make_contributor()
    before = SEEN_ON - timedelta(days=1)
    older = make_sighting(make_camera(), contributor=her, observed_on=before, received_on=before)
    sent = [make_sighting(make_camera(), contributor=her).pk for _ in range(3)]
    others = make_sighting(make_camera())
    act = act_of(undo_sightings, contributor=her, since=SEEN_ON)
    assert standing() == {older.pk, others.pk}
    assert Camera.objects.public().count() == 2
    assert (act.what, act.contributor, act.reason) == ("undone", her, "Invented")
    assert act.details == {"since": "2026-09-01", "sightings": sent, "surveys": []}


def test_taken_back_everything_stands_as_before():
    her = make_contributor()
    sent = [make_sighting(make_camera(), contributor=her) for _ in range(3)]
    before = standing()
    withdrawn = make_sighting(make_camera(), contributor=her, withdrawn_on=SEEN_ON)
    act = act_of(undo_sightings, contributor=her, since=SEEN_ON)
    back = act_of(restore_sightings, act=act)
    assert standing() == before
    assert withdrawn.pk not in standing()
    assert Camera.objects.public().filter(sightings__in=sent).count() == 3
    assert (back.what, back.undoes, back.contributor) == ("restored", act, her)


def test_where_she_looked_counts_no_more_until_that_is_taken_back():
    her = make_contributor()
    surveys = [make_survey(contributor=her), make_survey()]
    act = act_of(undo_sightings, contributor=her, since=SEEN_ON)
    assert act.details["surveys"] == [surveys[0].pk]
    assert list(Survey.objects.standing()) == surveys[1:]
    act_of(restore_sightings, act=act)
    assert list(Survey.objects.standing().order_by("pk")) == surveys


def test_taken_back_twice_is_taken_back_once():
    her = make_contributor()
    make_sighting(make_camera(), contributor=her)
    act = act_of(undo_sightings, contributor=her, since=SEEN_ON)
    assert act_of(restore_sightings, act=act) == act_of(restore_sightings, act=act)
    assert Act.objects.count() == 2


def test_an_act_that_withdrew_nothing_cannot_be_taken_back():
    with pytest.raises(ValueError, match="withdrew nothing"):
        act_of(restore_sightings, act=make_act(ActKind.SHOWN))
