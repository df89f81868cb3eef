"""The same post fifty times at once: one sighting, and fifty equal answers."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from mapper.cameras.models import Camera, Event
from mapper.contributors.models import Contributor
from mapper.sightings.models import Claim, Sighting
from tests.factories.cameras import make_camera
from tests.factories.posts import CONTRIBUTOR, post, said

pytestmark = pytest.mark.django_db(transaction=True)

FIFTY = 50


def fifty_times(**sent: Any) -> list[Any]:
    """What is answered to one post sent so often, all of them started at the same moment."""
    start = Barrier(FIFTY)

    def once(_: int) -> Any:
        start.wait()
        try:
            return post(Client(), key="one-key", **sent)
        finally:
            connection.close()

    with ThreadPoolExecutor(FIFTY) as threads:
        return list(threads.map(once, range(FIFTY)))


@pytest.mark.parametrize(
    "sent", [{"Authorization": CONTRIBUTOR}, {}], ids=["with a key", "without"]
)
@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_fifty_at_once_are_one(*, known: bool, sent: dict[str, str]) -> None:
    body = said(camera=make_camera().pk) if known else said()
    before = Camera.objects.count()
    answers = fifty_times(body=body, **sent)
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Sighting.objects.count() == Claim.objects.count() == 1
    assert Camera.objects.count() - before == (0 if known else 1)
    assert Event.objects.filter(what__in=["logged", "sighted"]).count() == 1
    assert [one.used for one in Contributor.objects.all()] == ([1] if sent else [])


def test_fifty_others_at_once_pass_no_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mapper.settings.limits.ALLOWANCE_NEW_KEY", 7)
    start = Barrier(FIFTY)

    def once(number: int) -> int:
        start.wait()
        try:
            place = {"type": "Point", "coordinates": [24.0 + number / 100, 60.0]}
            status: int = post(
                Client(), said(location=place), Authorization=CONTRIBUTOR
            ).status_code
            return status
        finally:
            connection.close()

    with ThreadPoolExecutor(FIFTY) as threads:
        statuses = sorted(threads.map(once, range(FIFTY)))
    assert statuses == [201] * 7 + [429] * (FIFTY - 7)
    assert Sighting.objects.count() == Contributor.objects.get().used == 7
