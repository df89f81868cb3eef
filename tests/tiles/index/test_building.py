"""Making the file of the index: one at a time, and what it holds is what there was."""

import os
import signal
import subprocess
import sys
import time
from threading import Thread

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from mapper.cameras.changes import changes_since
from mapper.tiles.index.building import brought_up, build_index, index_folder, read_all
from mapper.tiles.index.database import database_identity
from mapper.tiles.index.files import index_path, read_index
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db(transaction=True)
_HOLDER = """
import fcntl, sys, time
with open(sys.argv[1], "w") as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    print("held", flush=True)
    time.sleep(600)
"""


def test_changes_are_merged_without_asking_for_all_anew() -> None:
    first = make_camera()
    kept = read_all()
    second = make_camera()
    kept = brought_up(kept, changes_since(kept.position))
    made = build_index(kept)
    assert sorted(made.index.base.ids.tolist()) == [first.pk, second.pk]
    assert made.position == kept.position


def test_who_had_to_wait_takes_what_the_other_made() -> None:
    make_camera()
    folder = index_folder()
    folder.mkdir(parents=True)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _HOLDER,
            str(folder / "lock"),
        ],
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    made = []

    def build() -> None:
        made.append(build_index())
        connections.close_all()

    waiting = Thread(target=build)
    waiting.start()
    time.sleep(0.2)
    assert not index_path(folder).exists()
    # Killed as by the machine's want of memory: nothing of it is left in anybody's way.
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    waiting.join(timeout=60)
    assert len(made[0].index.base) == 1
    assert len(read_index(folder, database_identity()).index.base) == 1


def test_what_could_not_be_written_is_not_made_twice(
    caplog: pytest.LogCaptureFixture, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    camera = make_camera()
    kept = read_all()
    (index_folder() / "cameras.unfinished").mkdir(parents=True)  # nobody can write to that
    with django_assert_num_queries(0):
        made = build_index(kept)
    assert made.index.base.ids.tolist() == [camera.pk]
    with CaptureQueriesContext(connection) as asked:
        assert build_index().index.base.ids.tolist() == [camera.pk]
    counted = [query["sql"] for query in asked if "home_cell, count" in query["sql"]]
    assert len(counted) == 1
    assert "kept in memory only" in caplog.text
