"""A sighting makes or finds its camera, counts once however often sent, and is all or nothing."""

from datetime import date

import pytest
from django.db import IntegrityError

from mapper.cameras.models import Camera, Event
from mapper.sightings.models import Claim, HeldText, Sighting
from mapper.sightings.services import log_sighting as module
from mapper.sightings.services.log_sighting import Observation, log_sighting
from mapper.vocabulary import Basis, Kind, Role, State, Verdict
from tests.factories.sightings import make_contributor
from tests.factories.standing import almost_standing

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 1)


def log(
    *, key=None, camera=None, contributor=None, observed_on=DAY, lon=-28.0, texts=None, **claims
):
    return log_sighting(
        observation=Observation(
            lon=lon,
            lat=47.0,
            accuracy_m=8.0,
            verdict=Verdict.PRESENT,
            observed_on=observed_on,
            claims=claims or {"camera:type": ("dome", Basis.SAW)},
            texts=texts or {},
        ),
        camera=camera,
        contributor=contributor,
        idempotency_key=key,
        received_on=DAY,
        by=Role.RESIDENT,
    )


def test_a_first_sighting_makes_an_unconfirmed_camera():
    camera = Camera.objects.get(pk=log().camera_id)
    assert camera.kind == Kind.DOME
    assert camera.state == State.UNCONFIRMED
    assert (camera.voices, camera.first_seen_on, camera.last_seen_on) == (1, DAY, DAY)


def test_claims_are_kept_with_how_it_is_known():
    claim = Claim.objects.get(sighting=log())
    assert (claim.aspect, claim.value, claim.basis) == ("camera:type", "dome", "saw")


def test_a_second_sighting_joins_the_camera():
    first = log(observed_on=date(2026, 9, 1))
    second = log(camera=first.camera)
    assert second.camera_id == first.camera_id
    camera = Camera.objects.get(pk=first.camera_id)
    assert (camera.first_seen_on, camera.last_seen_on) == (date(2026, 9, 1), DAY)
    assert list(Event.objects.values_list("what", flat=True)) == ["logged", "sighted"]


def test_sightings_without_a_key_never_add_up_to_two_people():
    first = log(observed_on=date(2026, 9, 1))
    log(camera=first.camera)
    camera = Camera.objects.get(pk=first.camera_id)
    assert (camera.voices, camera.state) == (1, State.UNCONFIRMED)


def test_the_same_key_counts_once():
    assert log(key="a").pk == log(key="a").pk
    assert (Sighting.objects.count(), Camera.objects.count()) == (1, 1)


def test_a_race_lost_gives_back_what_the_winner_stored(monkeypatch):
    winner = log(key="a")
    answers = iter([None, winner])
    monkeypatch.setattr(module, "sent_before", lambda key: next(answers))
    assert log(key="a") == winner
    assert (Sighting.objects.count(), Camera.objects.count()) == (1, 1)


def test_another_refusal_of_the_database_is_not_swallowed(monkeypatch):
    def refuse(*args):
        raise IntegrityError("refused")

    monkeypatch.setattr(module, "_store_claims", refuse)
    with pytest.raises(IntegrityError, match="refused"):
        log(key="b")
    assert not Camera.objects.exists()
    assert not Event.objects.exists()


def test_what_follows_is_told_in_the_one_event_of_the_act():
    regular = make_contributor(has_standing=True)
    first = log(observed_on=date(2026, 9, 1))
    second = log(camera=first.camera, contributor=regular, **{"camera:type": ("fixed", Basis.SAW)})
    logged, sighted = Event.objects.order_by("pk")
    assert logged.details == {"sighting": first.pk, "verdict": "present"}
    assert sighted.details == {
        "sighting": second.pk,
        "verdict": "present",
        "state": ["unconfirmed", "confirmed"],
        "aspects": ["kind"],
    }


def test_she_corrects_her_own_camera_by_a_new_sighting():
    her = make_contributor()
    camera = log(contributor=her).camera
    log(camera=camera, contributor=her, lon=-28.001, **{"camera:type": ("fixed", Basis.SAW)})
    camera.refresh_from_db()
    assert (camera.location.coords, camera.kind) == ((-28.001, 47.0), Kind.FIXED)
    assert (camera.voices, Camera.objects.count()) == (1, 1)


def test_a_strangers_word_does_not_move_it_or_change_what_it_is():
    camera = log(contributor=make_contributor()).camera
    stranger = make_contributor()
    log(camera=camera, contributor=stranger, lon=-28.001, **{"camera:type": ("fixed", Basis.SAW)})
    camera.refresh_from_db()
    assert (camera.location.coords, camera.kind) == ((-28.0, 47.0), Kind.DOME)


def test_a_position_off_the_earth_leaves_nothing_behind():
    with pytest.raises(ValueError, match=r".+"):
        log(lon=float("nan"))
    assert not Camera.objects.exists()


def test_free_texts_are_held():
    log(texts={"note": "Above the door"})
    assert HeldText.objects.get().text == "Above the door"


def test_what_it_confirms_may_earn_who_was_first_her_standing():
    contributor, last, others = almost_standing()
    log(camera=last, contributor=others[0])
    contributor.refresh_from_db()
    assert contributor.has_standing
    last.refresh_from_db()
    assert last.state == State.CONFIRMED


def test_so_may_another_who_vouches_for_what_was_confirmed_already():
    contributor, last, (one, other, third) = almost_standing()
    Sighting.objects.filter(contributor=third).update(contributor=one)
    log(camera=last, contributor=other)
    contributor.refresh_from_db()
    assert not contributor.has_standing
    log(camera=last, contributor=third)
    contributor.refresh_from_db()
    assert contributor.has_standing


def test_queries_of_a_new_camera(django_assert_num_queries):
    her = make_contributor()
    # Sent before?, camera, sighting, claims, event, what is hidden beside it; and a savepoint
    # opened and closed.
    with django_assert_num_queries(8):
        log(key="a", contributor=her)


def test_queries_of_a_known_camera(django_assert_num_queries):
    camera = log().camera
    her = make_contributor()
    # Sent before?, the camera locked, sighting, claims; sightings, their claims, records; the
    # camera decided, event; and a savepoint opened and closed.
    with django_assert_num_queries(11):
        log(key="a", camera=camera, contributor=her)
