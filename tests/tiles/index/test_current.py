"""The index as it is now: in memory where cameras are few, in a shared file where they are many."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connections

from mapper.cameras.changes import Changes, Position, changes_since, noted_as_many
from mapper.cameras.models import Camera
from mapper.settings import limits
from mapper.tiles.index import building, current
from mapper.tiles.index.building import build_index, index_folder
from mapper.tiles.index.current import CurrentIndex, IndexBeingBuiltError, current_index
from mapper.tiles.index.database import database_identity
from mapper.tiles.index.files import KeptIndex, index_path, read_index, write_index
from tests.factories.cameras import make_camera, make_home_camera


def shown(index: CurrentIndex) -> set[int]:
    found = index.get()
    kept = set(range(len(found.base))) - set(found.skipped.tolist())
    return {int(found.base.ids[place]) for place in kept} | set(found.fresh.ids.tolist())


def homes(index: CurrentIndex) -> list[int]:
    return list(index.get().homes.counts)


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two cameras be too many for a process of its own."""
    monkeypatch.setattr(limits, "INDEX_OWN_CAMERAS", 1)


def until_built(index: CurrentIndex) -> set[int]:
    end = monotonic() + 60
    while True:
        try:
            return shown(index)
        except IndexBeingBuiltError:
            assert monotonic() < end


def spoil(damage: str) -> None:
    """Spoil the file where it lies, as a disk does."""
    path = index_path(index_folder())
    size = path.stat().st_size
    with path.open("r+b") as file:
        if damage == "cut off":
            file.truncate(size - 9)
        else:
            file.seek(size // 2)
            (byte,) = file.read(1)
            file.seek(size // 2)
            file.write(bytes([byte ^ 1]))


@pytest.mark.django_db
def test_a_change_is_in_the_next_answer() -> None:
    index = CurrentIndex()
    camera = make_camera()
    assert shown(index) == {camera.pk}
    other = make_camera()
    assert shown(index) == {camera.pk, other.pk}
    Camera.objects.filter(pk=camera.pk).update(hidden_on="2026-10-01")
    assert shown(index) == {other.pk}
    Camera.objects.filter(pk=camera.pk).update(hidden_on=None)
    assert shown(index) == {camera.pk, other.pk}
    other.delete()
    assert shown(index) == {camera.pk}
    assert not index_path(index_folder()).exists()


@pytest.mark.django_db
def test_a_private_home_is_a_count_and_never_a_camera() -> None:
    index = CurrentIndex()
    assert (shown(index), homes(index)) == (set(), [])
    home = make_home_camera()
    assert (shown(index), homes(index)) == (set(), [1])
    make_home_camera()
    assert homes(index) == [2]
    Camera.objects.filter(pk=home.pk).update(hidden_on="2026-10-01")
    assert homes(index) == [1]
    Camera.objects.filter(home_cell__isnull=False).delete()
    assert homes(index) == []


@pytest.mark.django_db
def test_a_camera_that_turns_out_to_be_at_a_home_goes() -> None:
    index = CurrentIndex()
    camera = make_camera()
    assert shown(index) == {camera.pk}
    Camera.objects.filter(pk=camera.pk).update(operator_type="private_home", home_cell=7)
    assert (shown(index), homes(index)) == (set(), [1])


@pytest.mark.django_db
def test_many_at_once_are_read_anew() -> None:
    index = CurrentIndex()
    shown(index)
    with noted_as_many():
        camera = make_camera()
    assert shown(index) == {camera.pk}
    assert index.get().changed == 0


@pytest.mark.django_db
def test_changes_are_sorted_in_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "INDEX_CHANGES", 2)
    index = CurrentIndex()
    shown(index)
    cameras = {make_camera().pk for _ in range(3)}
    assert shown(index) == cameras
    assert index.get().changed == 0


@pytest.mark.django_db
def test_for_a_moment_it_takes_it_that_nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    index = CurrentIndex()
    shown(index)
    monkeypatch.setattr(limits, "INDEX_CHECK_S", 60.0)
    make_camera()
    assert shown(index) == set()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_a_city_s_are_in_a_file_that_another_process_takes_over() -> None:
    cameras = {make_camera().pk for _ in range(3)}
    first = CurrentIndex()
    assert until_built(first) == cameras
    assert index_path(index_folder()).exists()
    late = make_camera()
    second = CurrentIndex()
    assert shown(second) == cameras | {late.pk}
    assert second.get().base.ids.tolist() == first.get().base.ids.tolist()
    assert second.get().changed == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_a_newer_file_is_taken_and_changes_are_not_lost() -> None:
    cameras = {make_camera().pk for _ in range(3)}
    build_index()
    index = CurrentIndex()
    assert shown(index) == cameras
    late = make_camera()
    build_index()
    later = make_camera()
    assert shown(index) == cameras | {late.pk, later.pk}
    assert len(index.get().base) == len(cameras) + 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_much_is_sorted_in_beside_the_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "INDEX_CHANGES", 1)
    cameras = {make_camera().pk for _ in range(3)}
    build_index()
    index = CurrentIndex(grace_s=0.0)
    shown(index)
    cameras |= {make_camera().pk for _ in range(3)}
    end = monotonic() + 60
    while index.get().changed:
        assert shown(index) == cameras
        assert monotonic() < end
    assert shown(index) == cameras


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("damage", ["cut off", "one bit", "another database"])
def test_a_file_that_cannot_be_trusted_is_made_anew(
    damage: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    cameras = {make_camera().pk for _ in range(3)}
    build_index()
    if damage == "another database":
        monkeypatch.setattr(building, "database_identity", lambda _: "another")
    else:
        spoil(damage)
    assert until_built(CurrentIndex()) == cameras
    assert "made anew" in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("damage", ["cut off", "one bit"])
def test_a_file_that_is_spoilt_while_it_is_in_use_is_used_no_longer(
    damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    cameras = {make_camera().pk for _ in range(3)}
    build_index()
    index = CurrentIndex()
    assert shown(index) == cameras
    spoil(damage)
    assert until_built(index) == cameras
    assert "made anew" in caplog.text
    assert len(read_index(index_folder(), database_identity()).index.base) == len(cameras)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_another_file_that_cannot_be_trusted_is_left_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    cameras = {make_camera().pk for _ in range(3)}
    build_index()
    index = CurrentIndex()
    assert shown(index) == cameras
    before = index.get()
    other = index_folder() / "of another version"
    other.write_bytes(b"whatever it holds")
    other.rename(index_path(index_folder()))
    cameras.add(make_camera().pk)
    assert shown(index) == cameras
    assert index.get().base is before.base
    assert "a new file is not taken" in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_a_newer_file_is_taken_when_the_database_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    cameras = {make_camera().pk for _ in range(3)}
    build_index()
    index = CurrentIndex()
    assert shown(index) == cameras
    cameras.add(make_camera().pk)
    build_index()

    def away(_: object) -> None:
        raise OperationalError

    with monkeypatch.context() as patch:
        patch.setattr(current, "usable_index", away)
        with pytest.raises(IndexBeingBuiltError):
            index.get()
    assert shown(index) == cameras
    assert index.get().changed == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_a_database_set_back_gets_a_new_index() -> None:
    cameras = {make_camera().pk for _ in range(3)}
    kept = building.read_all()
    ahead = type(kept)(kept.index, type(kept.position)(kept.position.mark + 10**9), kept.database)
    index_folder().mkdir(parents=True)
    write_index(ahead, index_folder())
    assert until_built(CurrentIndex()) == cameras


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_where_nothing_can_be_written_each_keeps_its_own(
    caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    (tmp_path / "index").write_text("a file where the folder should be")
    cameras = {make_camera().pk for _ in range(3)}
    assert tmp_path == settings.VAR_DIR
    index = CurrentIndex()
    assert until_built(index) == cameras
    assert "kept in memory only" in caplog.text
    late = make_camera()
    assert shown(index) == cameras | {late.pk}


@pytest.mark.django_db
def test_while_the_database_is_away_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    index = CurrentIndex()
    camera = make_camera()
    assert shown(index) == {camera.pk}

    def away(*_: object) -> None:
        raise OperationalError

    with monkeypatch.context() as patch:
        patch.setattr(current, "changes_since", away)
        with pytest.raises(IndexBeingBuiltError):
            index.get()
    assert shown(index) == {camera.pk}


@pytest.fixture
def standby(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A standby that holds what the primary holds, which is away."""
    connections["replica_1"] = connections["default"]
    monkeypatch.setattr(current, "databases_to_ask", lambda: ["replica_1"])
    yield
    del connections["replica_1"]


def ahead_of_all(kept: KeptIndex) -> KeptIndex:
    """An index that was read further than any database has come."""
    return KeptIndex(kept.index, Position(kept.position.mark + 10**9), kept.database)


@pytest.mark.postgis
@pytest.mark.django_db
@pytest.mark.usefixtures("standby")
def test_the_log_of_a_standby_is_followed_while_the_primary_is_away() -> None:
    index = CurrentIndex()
    camera = make_camera()
    assert shown(index) == {camera.pk}
    Camera.objects.filter(pk=camera.pk).update(hidden_on="2026-10-01")
    assert shown(index) == set()


@pytest.mark.postgis
@pytest.mark.django_db
@pytest.mark.usefixtures("standby")
def test_a_standby_that_knows_less_is_not_followed() -> None:
    index = CurrentIndex()
    camera = make_camera()
    assert shown(index) == {camera.pk}
    index._kept = ahead_of_all(index._kept)
    with pytest.raises(IndexBeingBuiltError):
        index.get()


@pytest.mark.postgis
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many", "standby")
def test_a_file_is_kept_when_only_a_standby_answers_that_knows_less() -> None:
    for _ in range(3):
        make_camera()
    index_folder().mkdir(parents=True)
    write_index(ahead_of_all(building.read_all()), index_folder())
    for _ in range(2):
        with pytest.raises(IndexBeingBuiltError):
            CurrentIndex().get()
    assert read_index(index_folder(), database_identity()).position.mark > 10**9


@pytest.mark.postgis
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many", "standby")
def test_a_city_is_sorted_from_a_standby_while_the_primary_is_away() -> None:
    cameras = {make_camera().pk for _ in range(3)}
    build_index(None, "replica_1")
    assert shown(CurrentIndex()) == cameras


@pytest.mark.postgis
@pytest.mark.django_db
@pytest.mark.usefixtures("standby")
def test_what_was_hidden_does_not_come_back_from_a_standby_that_knows_only_a_file() -> None:
    index = CurrentIndex()
    shown(index)
    known: Any = index._known
    index._kept, index._known = None, replace(known, position=Position(10**12))
    with pytest.raises(IndexBeingBuiltError):
        index.get()


@pytest.fixture
def checking(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[CurrentIndex, Event]]:
    """An index of which somebody asks a database that does not answer until it is let."""
    monkeypatch.setattr(limits, "INDEX_ASKED_S", 0.1)
    index = CurrentIndex()
    shown(index)
    began, let = Event(), Event()

    def slow(*_: object) -> None:
        began.set()
        let.wait(timeout=60)
        raise OperationalError

    def ask() -> None:
        with suppress(IndexBeingBuiltError):
            index.get()
        connections.close_all()

    with monkeypatch.context() as patch:
        patch.setattr(current, "changes_since", slow)
        asking = Thread(target=ask)
        asking.start()
        assert began.wait(timeout=60)
        yield index, let
        let.set()
        asking.join()


@pytest.mark.django_db
def test_while_one_asks_the_others_answer_from_what_was_just_known(
    checking: tuple[CurrentIndex, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "INDEX_LATE_S", 600.0)
    index, _ = checking
    assert shown(index) == set()


@pytest.mark.django_db
def test_nobody_is_answered_from_what_was_known_long_ago(
    checking: tuple[CurrentIndex, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "INDEX_LATE_S", 0.0)
    index, _ = checking
    with pytest.raises(IndexBeingBuiltError):
        index.get()


@pytest.mark.django_db(transaction=True)
def test_who_waited_for_another_s_question_asks_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "INDEX_CHECK_S", 60.0)
    # So long one waits for an index that is made, not for whoever asks what changed.
    monkeypatch.setattr(limits, "INDEX_WAIT_S", 0.0)
    camera = make_camera()
    index, asked, let = CurrentIndex(), [], Event()
    answers: list[set[int]] = []

    def slow(position: Position, using: str) -> Changes:
        asked.append(position)
        let.wait(timeout=60)
        return changes_since(position, using)

    def ask() -> None:
        answers.append(shown(index))
        connections.close_all()

    monkeypatch.setattr(current, "changes_since", slow)
    asking = [Thread(target=ask) for _ in range(3)]
    for one in asking:
        one.start()
    sleep(0.2)
    let.set()
    for one in asking:
        one.join()
    assert answers == [{camera.pk}] * 3
    assert len(asked) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_what_was_hidden_meanwhile_does_not_come_back_with_a_file_just_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cameras = {make_camera().pk for _ in range(3)}
    hidden = make_camera().pk
    earlier = building.read_all()
    index = CurrentIndex()
    assert until_built(index) == cameras | {hidden}
    Camera.objects.filter(pk=hidden).update(hidden_on="2026-10-01")
    assert shown(index) == cameras
    monkeypatch.setattr(limits, "INDEX_CHECK_S", 60.0)
    monkeypatch.setattr(current, "build_index", lambda *_: earlier)
    index._built(None, "default")
    assert shown(index) == cameras
    monkeypatch.setattr(limits, "INDEX_CHECK_S", 0.0)
    assert shown(index) == cameras


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_what_was_hidden_does_not_come_back_while_a_newer_file_is_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cameras = {make_camera().pk for _ in range(3)}
    hidden = make_camera().pk
    index = CurrentIndex()
    assert until_built(index) == cameras | {hidden}
    build_index()
    Camera.objects.filter(pk=hidden).update(hidden_on="2026-10-01")
    index._file = None
    assert shown(index) == cameras
    index._file = None
    seen = []

    def meanwhile(position: Position, using: str) -> Changes:
        with monkeypatch.context() as patch:
            patch.setattr(limits, "INDEX_CHECK_S", 60.0)
            seen.append(shown(index))
        return changes_since(position, using)

    monkeypatch.setattr(current, "changes_since", meanwhile)
    assert shown(index) == cameras
    assert seen == [cameras]


@pytest.mark.django_db
def test_the_process_has_one(django_assert_num_queries) -> None:
    assert current_index().number == 0
    with django_assert_num_queries(1):
        current_index()
