"""Logging for programs: what is stored, what is asked, and what is refused in words."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mapper.cameras.models import Camera, Event, EventKind
from mapper.contributors.models import Contributor
from mapper.moderation.services.judge_text import refuse_text, release_text
from mapper.sightings.models import HeldText, Sighting
from mapper.sightings.rules.receipts import receipt_for, sighting_id_in
from mapper.vocabulary import Basis, Kind, Role
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.moderation import make_moderator
from tests.factories.posts import CONTRIBUTOR, SIGHTINGS, post, refusals, said
from tests.factories.sightings import make_sighting

pytestmark = pytest.mark.django_db

# Opening and ending a transaction asks nothing and writes nothing.
TRANSACTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def test_a_new_camera_is_on_the_map_at_once(client: Client) -> None:
    answer = post(client)
    assert answer.status_code == 201
    camera = Camera.objects.get()
    assert answer["Location"] == f"/api/cameras/{camera.pk}"
    logged = answer.json()
    assert logged["sighting"]["id"] == Sighting.objects.get().pk
    assert logged["sighting"]["claims"] == {"camera:type": {"value": "dome", "basis": "saw"}}
    assert sighting_id_in(logged["sighting"]["receipt"]) == logged["sighting"]["id"]
    assert logged["sighting"]["held"] == []
    told = logged["camera"]["properties"]
    assert (logged["camera"]["id"], told["kind"]) == (camera.pk, "dome")
    assert (told["state"], told["voices"]) == ("unconfirmed", 1)


def test_the_same_twice_answers_the_same_and_counts_once(client: Client) -> None:
    first, second = post(client, key="one-key"), post(client, key="one-key")
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert Camera.objects.count() == Sighting.objects.count() == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"observed_on": "2026-01-01"},
        {"accuracy_m": 5},
        {"claims": {}},
        {"location": {"type": "Point", "coordinates": [HERE[0], HERE[1] + 0.01]}},
    ],
    ids=["day", "accuracy", "claims", "place"],
)
def test_another_body_under_the_same_key_is_refused(
    client: Client, changed: dict[str, Any]
) -> None:
    post(client, key="one-key")
    answer = post(client, said(**changed), key="one-key")
    assert "another sighting" in refusals(answer)["Idempotency-Key"]
    assert Sighting.objects.count() == 1


def test_another_camera_under_the_same_key_is_refused(client: Client) -> None:
    one, other = make_camera(), make_camera()
    assert post(client, said(camera=one.pk), key="one-key").status_code == 201
    assert "Idempotency-Key" in refusals(post(client, said(camera=other.pk), key="one-key"))
    gone = said(camera=one.pk, verdict="gone")
    assert "Idempotency-Key" in refusals(post(client, gone, key="one-key"))


def test_what_stands_there_already_is_asked_about_with_reasons(client: Client) -> None:
    camera = make_camera(kind=Kind.DOME)
    answer = post(client, key="one-key")
    assert answer.status_code == 409
    assert answer["Content-Type"] == "application/problem+json"
    [candidate] = answer.json()["candidates"]
    assert candidate["id"] == candidate["camera"]["id"] == camera.pk
    assert candidate["score"] > 0.6
    assert candidate["reasons"] == ["0 m apart", "same kind"]
    assert Sighting.objects.count() == 0

    confirmed = post(client, said(camera=camera.pk), key="one-key")
    assert confirmed.status_code == 201
    assert Sighting.objects.get().camera == camera


def test_another_one_can_be_insisted_on(client: Client) -> None:
    make_camera(kind=Kind.DOME)
    assert post(client).status_code == 409
    assert post(client, said(new=True)).status_code == 201
    assert Camera.objects.count() == 2


def test_a_known_camera_can_be_told_gone(client: Client) -> None:
    camera = make_camera()
    answer = post(client, said(camera=camera.pk, verdict="gone"))
    assert answer.status_code == 201
    assert answer.json()["camera"]["id"] == camera.pk
    assert Sighting.objects.get().verdict == "gone"


def test_a_camera_at_a_private_home_is_neither_shown_nor_a_hint(client: Client) -> None:
    home = {"operator:type": {"value": "private_home", "basis": "saw"}}
    make_home_camera()
    first, second = (post(client, said(claims=home), key="one-key") for _ in range(2))
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert first.json()["camera"] is None
    assert not first.has_header("Location")
    assert str(HERE[0]) not in first.content.decode()


def test_a_body_that_is_no_json_is_told_so(client: Client) -> None:
    answer = client.post(SIGHTINGS, "{", content_type="application/json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("key", ["", "two words", "k" * 201, "nö"])
def test_a_key_is_needed(client: Client, key: str) -> None:
    sent = {"Idempotency-Key": key} if key else {}
    answer = client.post(SIGHTINGS, said(), content_type="application/json", headers=sent)
    assert list(refusals(answer)) == ["Idempotency-Key"]


def test_a_contributor_is_known_again_by_a_hash_and_by_nothing_else(client: Client) -> None:
    for number in range(2):
        post(client, said(new=True), Authorization=CONTRIBUTOR, **{"User-Agent": "marked-agent"})
        assert Sighting.objects.count() == number + 1
    contributor = Contributor.objects.get()
    assert contributor.sightings.count() == 2
    assert not contributor.has_standing
    assert "made-on-a-device" not in contributor.key_hash
    assert Sighting.objects.exclude(idempotency_key__regex="^[0-9a-f]{64}$").count() == 0


def test_a_question_makes_no_contributor(client: Client) -> None:
    make_camera()
    assert post(client, Authorization=CONTRIBUTOR).status_code == 409
    assert Contributor.objects.count() == 0


def test_no_token_is_needed_and_no_page_elsewhere_may_read_the_answer() -> None:
    answer = post(Client(enforce_csrf_checks=True))
    assert answer.status_code == 201
    assert not answer.has_header("Access-Control-Allow-Origin")


def test_what_was_written_freely_is_held_and_shown_to_nobody(client: Client) -> None:
    wall = {"value": "Wall & Sons", "basis": "sign"}
    answer = post(client, said(claims={"operator": wall}), key="one-key")
    assert answer.json()["sighting"]["held"] == ["operator"]
    assert answer.json()["sighting"]["claims"] == {}
    assert HeldText.objects.get().text == "Wall & Sons"
    assert "Wall" not in answer.content.decode()
    camera = answer.json()["camera"]["id"]
    assert "Wall" not in client.get(f"/api/cameras/{camera}").content.decode()
    other = post(client, said(claims={"operator": {**wall, "value": "Mall"}}), key="one-key")
    assert "Idempotency-Key" in refusals(other)


def withdraw(client: Client, number: int, told: str | None) -> int:
    """Ask to take a sighting back; gives the status of the answer."""
    headers = {} if told is None else {"Authorization": told}
    status: int = client.delete(f"{SIGHTINGS}/{number}", headers=headers).status_code
    return status


@pytest.mark.parametrize("by", ["receipt", "key"])
def test_who_sent_it_may_take_it_back_and_twice_is_once(client: Client, by: str) -> None:
    logged = post(client, Authorization=CONTRIBUTOR).json()
    number, receipt = logged["sighting"]["id"], logged["sighting"]["receipt"]
    told = f"Receipt {receipt}" if by == "receipt" else CONTRIBUTOR
    assert [withdraw(client, number, told) for _ in range(2)] == [204, 204]
    assert Sighting.objects.get().withdrawn_on == timezone.now().date()
    assert Event.objects.filter(what=EventKind.WITHDRAWN).count() == 1
    assert client.get(f"/api/cameras/{logged['camera']['id']}").status_code == 404


def test_for_everybody_else_there_is_no_such_sighting(client: Client) -> None:
    nobodys, hers = (
        post(client, said(new=True), **sent).json()["sighting"]["id"]
        for sent in ({}, {"Authorization": CONTRIBUTOR})
    )
    other = f"Contributor {'x' * 20}"
    assert withdraw(client, nobodys, CONTRIBUTOR) == 404
    for told in (None, other, "Receipt", f"Receipt {receipt_for(nobodys)}", "Bearer x"):
        assert withdraw(client, hers, told) == 404
    for unknown in (hers + 1, 0, 2**63, 10**30):
        assert withdraw(client, unknown, CONTRIBUTOR) == 404
    assert Sighting.objects.filter(withdrawn_on__isnull=False).count() == 0


def test_of_a_camera_that_left_the_map_it_is_answered_as_before(client: Client) -> None:
    camera = make_camera()
    first = post(client, said(camera=camera.pk), key="one-key").json()["sighting"]
    withdraw(client, first["id"], f"Receipt {first['receipt']}")
    again = post(client, said(camera=camera.pk), key="one-key")
    assert (again.status_code, again.json()["sighting"]) == (201, first)
    assert refusals(post(client, said(camera=camera.pk))) == {"camera": "There is no such camera."}


def test_what_was_taken_back_is_answered_as_before(client: Client) -> None:
    first = post(client, key="one-key").json()["sighting"]
    withdraw(client, first["id"], f"Receipt {first['receipt']}")
    again = post(client, key="one-key")
    assert (again.status_code, again.json()["sighting"]) == (201, first)
    assert again.json()["camera"] is None
    assert Sighting.objects.count() == 1


def queries_of(client: Client, body: object, status: int, **headers: str) -> int:
    """How many queries a sighting costs that is answered so."""
    with CaptureQueriesContext(connection) as captured:
        answer = post(client, body, **headers)
    assert answer.status_code == status
    return sum(not query["sql"].startswith(TRANSACTIONS) for query in captured)


@pytest.mark.parametrize("around", [1, 1_000])
@pytest.mark.parametrize(("away_m", "asked"), [(0, 3), (60, 8)], ids=["asked", "logged"])
def test_queries_do_not_grow_with_the_cameras(
    client: Client, around: int, away_m: int, asked: int
) -> None:
    lon, lat = HERE
    facings = [{"bearing": 0.0, "opening": None}]
    one = make_camera(lon, lat + away_m / 111_195, facings=facings)
    Camera.objects.bulk_create(
        Camera(location=one.location, kind=Kind.FIXED) for _ in range(around - 1)
    )
    assert queries_of(client, said(), 409 if away_m == 0 else 201) == asked


@pytest.mark.parametrize("sent_before", [0, 1])
def test_a_sighting_with_a_contributors_key_takes_at_most_twelve_queries(
    client: Client, sent_before: int
) -> None:
    camera, operator = make_camera(kind=Kind.DOME), {"value": "Wall & Sons", "basis": "sign"}
    for _ in range(3):
        make_sighting(camera, {"camera:type": ("dome", Basis.SAW)})
    sent = {"Authorization": CONTRIBUTOR}
    for _ in range(sent_before):
        post(client, said(new=True), **sent)
    assert queries_of(client, said(), 409, **sent) == 3
    assert queries_of(client, said(new=True), 201, **sent) == 9
    assert queries_of(client, said(camera=camera.pk), 201, **sent) == 12
    # Texts that are to be read cost one together, as claims do.
    assert queries_of(client, said(new=True, claims={"operator": operator}), 201, **sent) == 9


@pytest.mark.parametrize("judge", [release_text, refuse_text])
def test_what_became_of_a_text_since_makes_no_other_sighting_of_it(
    client: Client, judge: Any
) -> None:
    body = said(claims={"operator": {"value": "Wall & Sons", "basis": "sign"}})
    first = post(client, body, key="one-key").json()["sighting"]
    judge(
        text=HeldText.objects.get(),
        moderator=make_moderator(),
        reason="Read on site",
        day=timezone.now().date(),
        by=Role.MODERATOR,
    )
    assert post(client, body, key="one-key").json()["sighting"] == first
