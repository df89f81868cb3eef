"""An import at a terminal: what is shown, and how it ends where nothing could be stored."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connection

from mapper.cameras.changes import noted_as_many
from mapper.cameras.models import Loosened
from mapper.cameras.services import alone
from mapper.cameras.services.vintage import VintageReport
from mapper.exchange.sources.notes import HalfwayError, Notes, RefusedFileError
from mapper.operations.importing import INTERRUPTED, cameras_told, importing, show_on_map
from mapper.settings import limits
from mapper.tiles.index import building
from mapper.tiles.index.building import index_folder, usable_index
from mapper.tiles.index.files import index_path
from tests.factories.cameras import make_camera

pytestmark = pytest.mark.django_db


def test_progress_is_shown_and_closed(capsys):
    with importing() as progress:
        progress("Reading", 3, 3)
    assert capsys.readouterr().err == "Reading: 3\n"


def test_a_refused_file_ends_in_its_own_words():
    with pytest.raises(CommandError, match="There is no such file") as caught, importing():
        raise RefusedFileError("There is no such file.")
    assert caught.value.returncode == 1


def test_an_interrupted_one_says_that_nothing_was_stored():
    with pytest.raises(CommandError, match="the database is as it was") as caught, importing():
        raise KeyboardInterrupt
    assert caught.value.returncode == INTERRUPTED


def test_one_interrupted_between_two_batches_says_how_much_is_stored():
    with pytest.raises(CommandError, match="3 of 5 are stored") as caught, importing():
        raise HalfwayError("Interrupted: 3 of 5 are stored.")
    assert caught.value.returncode == INTERRUPTED


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one after the other write")
def test_nobody_imports_beside_another(monkeypatch):
    other = connection.copy()
    with connection.cursor() as cursor:
        # Of an earlier test in this process.
        cursor.execute("SELECT pg_advisory_unlock_all()")
    with monkeypatch.context() as patch:
        patch.setattr(alone, "connection", other)
        assert alone.claim_imports()
    try:
        with pytest.raises(CommandError, match="Another import is running"), importing():
            pytest.fail("it began")
        # Nor does the site, when it starts, bring back what that one took off.
        Loosened.objects.create(step=1, statement="no statement")
        call_command("build_index")
        assert Loosened.objects.count() == 1
    finally:
        other.close()


def test_what_a_list_changed_is_one_line():
    notes = Notes()
    notes.refuse("row 2", "has no position")
    assert cameras_told(VintageReport(added=1_200, missing=3), notes) == (
        "cameras: 1,200 added, 0 changed, 0 moved, 3 missing, 0 returned, 0 unchanged, 1 refused"
    )


@pytest.mark.django_db(transaction=True)
def test_much_is_sorted_into_the_index_at_once(capsys, monkeypatch):
    make_camera()
    show_on_map()
    assert not index_path(index_folder()).exists()
    monkeypatch.setattr(limits, "INDEX_OWN_CAMERAS", 1)
    with noted_as_many():
        make_camera()
    show_on_map()
    assert usable_index().index.number == 2
    assert capsys.readouterr().err == "Sorting cameras for the map: 2\n"


@pytest.mark.django_db(transaction=True)
def test_a_few_more_leave_the_file_as_it_is(monkeypatch):
    monkeypatch.setattr(limits, "INDEX_OWN_CAMERAS", 1)
    for _ in range(3):
        make_camera()
        show_on_map()
    assert usable_index().index.number == 2


@pytest.mark.django_db(transaction=True)
def test_what_is_stored_is_no_failure_where_it_cannot_be_sorted(capsys, monkeypatch):
    def away():
        raise OperationalError("the database is away")

    monkeypatch.setattr(building, "are_few", away)
    show_on_map()
    assert capsys.readouterr().err.endswith("sorted them itself: the database is away\n")


@pytest.mark.django_db(transaction=True)
def test_who_does_not_wait_until_it_is_sorted_has_it_stored(capsys, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "are_few", interrupted)
    show_on_map()
    assert capsys.readouterr().err == (
        "They are on the map when the site has sorted them itself.\n"
    )
