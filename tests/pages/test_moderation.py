"""The moderators' desk: shut to everybody else, and every act there asks for a reason."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mapper.cameras.models import Camera, EventKind
from mapper.cameras.services.hide_camera import hide_camera
from mapper.contributors.models import Contributor
from mapper.geometry.cells import cell_of
from mapper.moderation.models import Act, ActKind, Takedown
from mapper.moderation.services.undo_sightings import undo_sightings
from mapper.pages.moderation.contributor import MORE_CAME
from mapper.pages.moderation.door import doing
from mapper.settings import limits
from mapper.sightings.models import HeldText, LockedCell, Sighting
from mapper.vocabulary import Basis, Role
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_event, make_home_camera
from tests.factories.moderation import make_act, make_moderator, make_takedown
from tests.factories.sightings import make_contributor, make_sighting
from tests.promises.route_answers import ROUTES

pytestmark = pytest.mark.django_db

QUEUE, AREA = reverse("moderation"), reverse("moderation-area")
CELLS, LOG = reverse("moderation-cells"), reverse("moderation-log")


@pytest.fixture
def moderator():
    return make_moderator()


@pytest.fixture
def desk(moderator):
    client = Client()
    client.force_login(moderator)
    return client


def page_of(name, row):
    return reverse(f"moderation-{name}", args=[row.pk])


def text_of(client, address, **query):
    return client.get(address, query).content.decode()


def held(camera=None, aspect="note", text="Above the door"):
    sighting = make_sighting(camera or make_camera())
    return HeldText.objects.create(sighting=sighting, aspect=aspect, text=text, received_on=SEEN_ON)


# --- the door ---------------------------------------------------------------------------------


def test_a_shut_door_looks_like_no_door(client):
    shut, nothing = client.get(QUEUE), client.get("/moderation/nowhere/")
    assert shut.status_code == nothing.status_code == 404
    assert shut.headers.get("Vary") == nothing.headers.get("Vary")
    assert shut.headers.get("Cache-Control") == nothing.headers.get("Cache-Control")


def test_a_form_without_its_token_is_refused_to_moderators_and_unknown_to_others(moderator):
    client = Client(enforce_csrf_checks=True)
    assert client.post(CELLS).status_code == 404
    client.force_login(moderator)
    assert client.post(CELLS).status_code == 403


def test_a_dismissed_moderator_is_nobody(desk, moderator):
    moderator.rounds += 1
    moderator.save()
    assert desk.get(QUEUE).status_code == 404


def test_nothing_is_done_in_nobodys_name(rf):
    request = rf.post(CELLS)
    request.user = AnonymousUser()
    with pytest.raises(Http404):
        doing(request, "Because")


def test_a_page_at_the_desk_is_kept_by_no_cache(desk):
    assert "no-store" in desk.get(QUEUE)["Cache-Control"]


@pytest.mark.parametrize("name", ["/", "/cameras/", "/about/", "/api/cameras/{camera_id}",
                                  "/tiles/cameras/{z}/{x}/{y}.mvt"])  # fmt: skip
def test_what_residents_read_costs_and_varies_the_same_for_a_moderator(
    client, desk, name, django_assert_num_queries
):
    address = ROUTES[name].address_of(make_camera())
    client.get(address)  # what is kept between answers is kept from now on
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    with django_assert_num_queries(len(asked)):
        hers = desk.get(address)
    assert "cookie" not in answer.headers.get("Vary", "").lower()
    assert "cookie" not in hers.headers.get("Vary", "").lower()


# --- the queue and a camera -------------------------------------------------------------------


def test_the_queue_shows_who_asks_for_what(desk):
    camera = make_camera(hidden_on=SEEN_ON)
    make_takedown(camera, explanation="A <b>shelter</b>.")
    text = text_of(desk, QUEUE)
    assert f"camera {camera.pk}" in text
    assert "Something else" in text
    assert "A &lt;b&gt;shelter&lt;/b&gt;." in text
    assert "Cameras to judge (1)" in text


def test_the_queue_is_empty_when_all_is_judged(desk):
    make_camera()
    text = text_of(desk, QUEUE)
    assert "Cameras to judge (0)" in text
    assert "Texts to read (0)" in text


def test_the_queue_costs_the_same_for_one_and_for_three(desk, django_assert_num_queries):
    for _ in range(3):
        make_takedown(make_camera())
        held()
        with django_assert_num_queries(6):
            desk.get(QUEUE)


def test_a_camera_at_the_desk_tells_what_is_known_and_not_who(desk, django_assert_num_queries):
    camera = make_camera(hidden_on=SEEN_ON)
    contributor = make_contributor(key_hash="f" * 64)
    make_sighting(camera, {"camera:type": ("dome", Basis.SAW)}, contributor=contributor)
    make_sighting(camera, contributor=None)
    make_event(camera, what=EventKind.HIDDEN)
    make_takedown(camera, explanation="A shelter.")
    make_act(ActKind.HIDDEN, camera=camera, reason="A first look")
    with django_assert_num_queries(12):
        text = text_of(desk, page_of("camera", camera))
    for words in ("A shelter.", "camera:type=dome", "A first look", "Hidden since"):
        assert words in text
    assert "f" * 64 not in text
    assert f"contributor {contributor.pk}" not in text


def test_a_camera_at_a_private_home_is_unknown_at_the_desk_too(desk):
    assert desk.get(page_of("camera", make_home_camera())).status_code == 404


@pytest.mark.parametrize(
    ("what", "shown", "state"),
    [("show", True, "kept"), ("hide", False, "waiting"), ("take_down", False, "taken_down")],
)
def test_a_camera_is_judged_with_a_reason(desk, moderator, what, shown, state):
    camera = make_camera()
    make_takedown(camera)
    answer = desk.post(page_of("camera", camera), {"what": what, "reason": "Seen on site"})
    assert answer["Location"] == QUEUE
    assert Camera.objects.public().exists() is shown
    assert Takedown.objects.get().state == state
    act = Act.objects.get()
    assert (act.moderator, act.reason, act.by) == (moderator, "Seen on site", Role.MODERATOR)
    assert act.day == timezone.now().date()


def test_an_invention_is_told_in_the_history(desk):
    camera = make_camera()
    told = {"what": "take_down", "reason": "Nothing there", "invented": "on"}
    desk.post(page_of("camera", camera), told)
    assert camera.events.get().details == {"invented": True, "for_ever": True}


def test_without_a_reason_nothing_is_judged(desk):
    camera = make_camera()
    answer = desk.post(page_of("camera", camera), {"what": "hide", "reason": " "})
    assert answer.status_code == 422
    assert "Give a reason." in answer.content.decode()
    assert Camera.objects.public().exists()


# --- texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("what", "state"), [("release", "released"), ("refuse", "refused")])
def test_a_text_is_released_or_refused(desk, what, state):
    text = held(text="Above <the> door")
    assert "Above &lt;the&gt; door" in text_of(desk, QUEUE)
    answer = desk.post(page_of("text", text), {"what": what, "reason": "Plain"})
    assert answer["Location"] == QUEUE
    text.refresh_from_db()
    assert text.state == state
    assert "Above" not in text_of(desk, QUEUE)
    assert state in text_of(desk, page_of("text", text)).lower()


def test_without_a_reason_a_text_waits_on(desk):
    text = held()
    answer = desk.post(page_of("text", text), {"what": "release", "reason": ""})
    assert answer.status_code == 422
    assert "Above the door" in answer.content.decode()
    assert HeldText.objects.get().state == "held"


def test_texts_of_what_nobody_sees_are_not_read(desk):
    held(make_home_camera(), text="Behind the fence")
    withdrawn = held(text="Taken back")
    Sighting.objects.filter(pk=withdrawn.sighting_id).update(withdrawn_on=SEEN_ON)
    assert "Texts to read (0)" in text_of(desk, QUEUE)


# --- sightings and contributors ---------------------------------------------------------------


def test_sightings_are_listed_by_place_and_day_but_never_those_of_homes(desk):
    today = timezone.now().date()
    near, far = make_camera(), make_camera(HERE[0] + 0.1)
    for camera in (near, far, make_home_camera()):
        make_sighting(camera, received_on=today)
    make_sighting(near)
    assert "2 sightings" in text_of(desk, AREA)
    here = {"position": f"{HERE[1]}, {HERE[0]}", "metres": "50"}
    assert "1 sighting," in text_of(desk, AREA, **here)
    assert "2 sightings" in text_of(desk, AREA, **here, since=f"{SEEN_ON}")


def test_an_unfit_area_is_said_and_shows_nothing(desk):
    answer = desk.get(AREA, {"position": "here"})
    assert answer.status_code == 422
    assert "Write two numbers" in answer.content.decode()


def test_the_list_of_sightings_costs_the_same_for_one_and_for_three(
    desk, django_assert_num_queries
):
    for _ in range(3):
        make_sighting(make_camera(), received_on=timezone.now().date())
        with django_assert_num_queries(3):
            desk.get(AREA)


@pytest.fixture
def three():
    """Three sightings by one contributor."""
    her = make_contributor()
    return [make_sighting(make_camera(), contributor=her) for _ in range(3)]


def told(what, seen=3, **changed):
    return {"what": what, "reason": "Invented", "since": f"{SEEN_ON}", "seen": seen, **changed}


def test_everything_of_the_same_contributor_is_listed_and_counted_first(desk, three):
    make_sighting(make_camera())
    text = text_of(desk, page_of("contributor", three[0]), since=f"{SEEN_ON}")
    assert "3 sightings since 1 September 2026" in text
    assert "Undo all 3" in text
    later = f"{SEEN_ON + timedelta(days=1)}"
    assert "0 sightings" in text_of(desk, page_of("contributor", three[0]), since=later)


@pytest.mark.parametrize("since", ["", "x", "2026-02-31"])
def test_unasked_it_is_the_week_before_the_sighting(desk, three, since):
    assert "since 25 August 2026" in text_of(desk, page_of("contributor", three[0]), since=since)


def test_all_of_it_is_undone_and_restored_from_the_log(desk, three):
    answer = desk.post(page_of("contributor", three[0]), told("undo"))
    assert answer["Location"] == LOG
    assert not Camera.objects.public().exists()
    act = Act.objects.get()
    assert "Restore them" in text_of(desk, LOG)
    assert "Restore 3 sightings" in text_of(desk, page_of("restore", act))
    assert desk.post(page_of("restore", act), {"reason": ""}).status_code == 422
    assert desk.post(page_of("restore", act), {"reason": "A slip"})["Location"] == LOG
    assert Camera.objects.public().count() == 3
    assert "Restore them" not in text_of(desk, LOG)
    assert desk.get(page_of("restore", act)).status_code == 404


def test_what_came_after_she_looked_is_not_undone_unseen(desk, three):
    answer = desk.post(page_of("contributor", three[0]), told("undo", seen=2))
    assert answer.status_code == 422
    assert MORE_CAME in answer.content.decode()
    assert not Act.objects.exists()


def test_a_contributor_is_blocked_and_freed(desk, three):
    desk.post(page_of("contributor", three[0]), told("block", seen=0))
    assert Contributor.objects.get().blocked_on is not None
    assert "Blocked since" in text_of(desk, page_of("contributor", three[0]))
    desk.post(page_of("contributor", three[0]), told("unblock", seen=0))
    assert Contributor.objects.get().blocked_on is None


def test_nobodys_sightings_cannot_be_told_apart(desk):
    nobodys = make_sighting(make_camera(), contributor=None)
    assert desk.get(page_of("contributor", nobodys)).status_code == 404


# --- cells and the log ------------------------------------------------------------------------


def test_a_cell_is_locked_and_opened(desk):
    where = {"position": f"{HERE[1]}, {HERE[0]}", "days": "3", "reason": "A quarrel"}
    assert desk.post(CELLS, where)["Location"] == CELLS
    lock = LockedCell.objects.get()
    assert lock.cell == cell_of(*HERE, limits.LOCKED_CELL_ZOOM)
    assert "Open it again" in text_of(desk, CELLS)
    answer = desk.post(CELLS, {"cell": lock.cell, "reason": ""})
    assert answer.status_code == 422
    assert "Give a reason." in answer.content.decode()
    assert desk.post(CELLS, {"cell": lock.cell, "reason": "Calm"})["Location"] == CELLS
    assert "No cell is locked." in text_of(desk, CELLS)


def test_a_lock_that_is_over_is_not_listed(desk):
    LockedCell.objects.create(cell=1, since=SEEN_ON, until=SEEN_ON)
    assert "No cell is locked." in text_of(desk, CELLS)


def test_a_lock_without_a_place_is_said(desk):
    answer = desk.post(CELLS, {"position": "", "days": "3", "reason": "A quarrel"})
    assert answer.status_code == 422
    assert "Say where." in answer.content.decode()
    assert not LockedCell.objects.exists()


def test_the_log_tells_every_act_with_its_subject_and_reason(desk, django_assert_num_queries):
    camera = make_camera()
    make_act(ActKind.TAKEN_DOWN, camera=camera, reason="A clinic")
    make_act(ActKind.LOCKED, details={"cell": cell_of(*HERE, limits.LOCKED_CELL_ZOOM)})
    make_act(ActKind.APPOINTED, moderator=None, reason="", details={"moderator": "day-desk"})
    make_act(ActKind.TEXT_REFUSED, details={"text": "note"})
    make_act(ActKind.UNDONE, details={"sightings": [1, 2]})
    make_act(ActKind.ASKED, moderator=None, reason="")
    with django_assert_num_queries(2):
        text = text_of(desk, LOG)
    for words in (
        "A clinic", "day-desk", "by the operator of this site", "Text: note", "2 sightings",
        "Cell around 60.", f"Camera {camera.pk}",
    ):  # fmt: skip
        assert words in text
    assert "asked for" not in text


def test_the_log_is_read_page_by_page_to_its_end(desk, monkeypatch):
    monkeypatch.setattr(limits, "DESK_ROWS", 2)
    for number in range(3):
        make_act(ActKind.HIDDEN, reason=f"Reason {number}")
    first = text_of(desk, LOG)
    assert "Reason 2" in first
    assert "Reason 0" not in first
    before = Act.objects.order_by("-pk")[1].pk
    assert f"?before={before}" in first
    second = text_of(desk, LOG, before=str(before))
    assert "Reason 0" in second
    assert "Older" not in second
    assert "Reason 2" in text_of(desk, LOG, before="²")


def test_an_act_about_a_home_does_not_lead_to_it(desk):
    home = make_home_camera()
    make_act(ActKind.HIDDEN, camera=home)
    assert f"Camera {home.pk}" not in text_of(desk, LOG)


def test_what_is_hidden_by_a_neighbouring_takedown_waits_too(desk):
    camera = make_camera()
    hide_camera(camera=camera, why={"near": 1}, day=SEEN_ON, by=Role.RESIDENT)
    assert "hangs where another camera was hidden" in text_of(desk, QUEUE)


def test_only_what_is_still_undone_can_be_restored(desk, moderator, three):
    done = {"moderator": moderator, "reason": "x", "day": SEEN_ON, "by": Role.MODERATOR}
    act = undo_sightings(contributor=three[0].contributor, since=SEEN_ON, **done)
    assert desk.get(page_of("restore", act)).status_code == 200
    assert desk.get(page_of("restore", make_act(ActKind.SHOWN))).status_code == 404
