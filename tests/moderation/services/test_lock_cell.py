"""A cell is locked for some days with a reason, and opened again."""

from datetime import timedelta

import pytest

from mapper.moderation.models import Act
from mapper.moderation.services.lock_cell import lock_cell, unlock_cell
from mapper.settings import limits
from mapper.sightings.models import LockedCell
from mapper.vocabulary import Role
from tests.factories.cameras import SEEN_ON
from tests.factories.moderation import make_moderator

pytestmark = pytest.mark.django_db

CELL = 12_345


def do(decide, **how):
    return decide(
        cell=CELL,
        moderator=make_moderator(),
        reason="A quarrel",
        day=SEEN_ON,
        by=Role.MODERATOR,
        **how,
    )


def test_a_cell_is_locked_from_today_for_so_many_days():
    lock = do(lock_cell, days=3)
    assert (lock.since, lock.until) == (SEEN_ON, SEEN_ON + timedelta(days=2))
    act = Act.objects.get()
    assert (act.what, act.reason) == ("locked", "A quarrel")
    assert act.details == {"cell": CELL, "until": "2026-09-03"}


def test_a_later_lock_replaces_the_first():
    do(lock_cell, days=3)
    do(lock_cell, days=1)
    assert LockedCell.objects.get().until == SEEN_ON
    assert Act.objects.count() == 2


@pytest.mark.parametrize("days", [0, -1, limits.LOCK_MAX_DAYS + 1])
def test_no_cell_is_locked_for_ever(days):
    with pytest.raises(ValueError, match="days"):
        do(lock_cell, days=days)
    assert not LockedCell.objects.exists()


def test_a_cell_is_opened_once():
    do(lock_cell, days=3)
    assert [do(unlock_cell), do(unlock_cell)] == [True, False]
    assert not LockedCell.objects.exists()
    assert [act.what for act in Act.objects.order_by("pk")] == ["locked", "unlocked"]
