"""A very long list is stored as any other is, but what is new in it in batches."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from mapper.cameras.models import Camera, Change, Event, Loosened, Source, SourceRecord
from mapper.cameras.services.loosened import loosen
from mapper.exchange.sources.lists import store_columns
from mapper.exchange.sources.lists.fields import ListFields
from mapper.exchange.sources.lists.store_list import Owner, Wanted, import_list
from mapper.exchange.sources.notes import HalfwayError, RefusedFileError
from mapper.exchange.sources.watching import unwatched
from mapper.settings import limits
from mapper.vocabulary import Role
from tests.factories.tables import write_csv

DAY = date(2026, 5, 1)
LATER = date(2026, 9, 1)
COLUMNS = ("id", "lon", "lat", "who", "sort", "way")
ROWS = [
    (number, round(24.9 + number / 100, 7), 60.1, f"Guard {number % 2}", sort, 10 * number)
    for number, sort in enumerate(("police", "business", "private_home", "", "odd", "home", ""))
]
FIELDS = ListFields(
    columns={"ref": "id", "operator": "who", "operator-type": "sort", "facing": "way"}
)

rolled_back = pytest.mark.django_db
committed = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def every_list_is_long(monkeypatch):
    monkeypatch.setattr(limits, "BULK_FROM_ROWS", 1)
    monkeypatch.setattr(limits, "BULK_CSV_BYTES", 0)
    monkeypatch.setattr(limits, "BULK_ROWS", 2)


def store(path, watch=unwatched, day=DAY, written=lambda: None, **told):
    values = {"owner": Owner(name="City Watch"), "fields": FIELDS, "vintage_on": day, **told}
    return import_list(path, Wanted(**values), watch=watch, by=Role.IMPORTER, written=written)


def write(folder, *listed):
    return write_csv(folder, COLUMNS, *listed)


def rows():
    models = (Source, Camera, SourceRecord, Event)
    return [list(model.objects.order_by("pk").values()) for model in models]


def told_of_cameras():
    """Everything stored, by the source's own numbers: ids go by the order of writing."""
    found = {}
    for record in SourceRecord.objects.select_related("camera__operator"):
        camera = record.camera
        held = {name: getattr(camera, name) for name in ("location", "facings", "home_cell", "ref")}
        held |= {"operator": str(camera.operator), "type": camera.operator_type}
        held |= {"state": camera.state, "voices": camera.voices, "seen": camera.last_seen_on}
        held |= {"tags": record.tags, "at": record.location, "since": record.missing_since}
        held |= {"vintages": (record.first_vintage_on, record.last_vintage_on)}
        events = camera.events.order_by("day", "what")
        held["events"] = list(events.values_list("what", "day", "by", "details"))
        found[record.external_id] = held
    return found


@rolled_back
@pytest.mark.parametrize(
    "newer",
    [
        ROWS,
        ROWS[2:],
        [*ROWS, (9, 1.5, 2.5, "New", "police", "")],
        [(0, 24.9, 60.2, "Other", "police", 0), *ROWS[1:], (8, "", "", "", "", "")],
    ],
    ids=["the same", "less", "more", "other"],
)
def test_everything_is_as_the_ordinary_way_stores_it(tmp_path, monkeypatch, newer):
    def both():
        reports = [store(write(tmp_path, *ROWS)), store(write(tmp_path, *newer), day=LATER)]
        return [vars_of(report.cameras) for report in reports], told_of_cameras()

    def vars_of(report):
        names = ("added", "changed", "moved", "missing", "returned", "unchanged")
        return [getattr(report, name) for name in names]

    with transaction.atomic():
        in_columns = both()
        transaction.set_rollback(True)
    monkeypatch.setattr(limits, "BULK_FROM_ROWS", 1_000)
    assert in_columns == both()


@rolled_back
def test_the_same_file_again_changes_not_one_row(tmp_path):
    path = write(tmp_path, *ROWS)
    store(path)
    before = rows()
    assert store(path).cameras.unchanged == len(ROWS)
    assert rows() == before


@rolled_back
def test_every_batch_is_one_note_of_change(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "INDEX_CHANGES", 0)
    store(write(tmp_path, *ROWS))
    assert list(Change.objects.values_list("camera", flat=True)) == [None] * 4


@rolled_back
def test_a_dry_run_stores_nothing(tmp_path):
    report = store(write(tmp_path, *ROWS), dry_run=True)
    assert report.cameras.added == len(ROWS)
    assert rows() == [[], [], [], []]
    store(write(tmp_path, *ROWS))
    before = rows()
    report = store(write(tmp_path, *ROWS[2:]), day=LATER, dry_run=True)
    assert (report.cameras.missing, report.cameras.unchanged) == (2, len(ROWS) - 2)
    assert rows() == before


@rolled_back
@pytest.mark.parametrize(
    ("listed", "day", "reason"),
    [
        ([*ROWS, (9, 1, 1, "", "", "")], date(2026, 4, 1), "is already known from 2026-05-01"),
        ([(9, 1, 1, "", "", "")], LATER, "7 of the 7 cameras known in its extent are not in it"),
        ([(9, "", "", "", "", "")], LATER, "holds no camera that can be stored"),
    ],
)
def test_what_is_refused_whole_adds_nothing(tmp_path, listed, day, reason):
    store(write(tmp_path, *ROWS))
    before = rows()
    with pytest.raises(RefusedFileError, match=reason):
        store(write(tmp_path, *listed), day=day)
    assert rows() == before


@rolled_back
def test_who_watches_hears_of_every_batch(tmp_path):
    heard = []
    store(write(tmp_path, *ROWS), watch=lambda *told: heard.append(told))
    adding = [told[1:] for told in heard if told[0] == "Adding cameras"]
    assert adding == [(0, 7), (2, 7), (4, 7), (6, 7), (7, 7)]


@committed
def test_interrupted_it_keeps_whole_batches_and_goes_on_from_there(tmp_path):
    path = write(tmp_path, *ROWS)

    def interrupting(stage, done, total):
        if stage == "Adding cameras" and done:
            raise KeyboardInterrupt

    with pytest.raises(HalfwayError, match=r"Interrupted: \d of 7 new cameras are stored whole"):
        store(path, watch=interrupting)
    stored = Camera.objects.count()
    assert 2 <= stored <= 7
    assert SourceRecord.objects.count() == stored
    assert not Loosened.objects.exists()
    report = store(path)
    assert (report.cameras.unchanged, report.cameras.added) == (stored, 7 - stored)
    assert Camera.objects.count() == SourceRecord.objects.count() == 7


@committed
def test_what_somebody_left_off_is_brought_back_first(tmp_path):
    loosen()
    assert Loosened.objects.exists() == (connection.vendor == "postgresql")
    store(write(tmp_path, *ROWS))
    assert not Loosened.objects.exists()


@committed
@pytest.mark.parametrize("there", [0, 7])
def test_indexes_are_taken_off_only_where_little_is_there(tmp_path, monkeypatch, there):
    asked = []
    monkeypatch.setattr(store_columns, "loosen", lambda: asked.append(True))
    if there:
        store(write(tmp_path, *ROWS), owner=Owner(name="Another"))
        asked.clear()
    store(write(tmp_path, *ROWS))
    assert asked == ([] if there else [True])


@committed
def test_it_is_shown_before_its_indexes_are_there(tmp_path):
    seen = []
    store(
        write(tmp_path, *ROWS),
        written=lambda: seen.append((Camera.objects.count(), Loosened.objects.exists())),
    )
    assert seen == [(7, connection.vendor == "postgresql")]
    assert not Loosened.objects.exists()


@rolled_back
def test_each_import_that_stores_is_shown_once(tmp_path, monkeypatch):
    shown = []

    def told_by(path, **told):
        store(path, written=lambda: shown.append(Camera.objects.count()), **told)
        return shown

    path = write(tmp_path, *ROWS)
    assert told_by(path, dry_run=True) == []
    assert told_by(path) == [7]
    assert told_by(path) == [7, 7]
    assert told_by(write(tmp_path, *ROWS, (9, 24.0, 60.0, "", "", 0))) == [7, 7, 8]
    monkeypatch.setattr(limits, "BULK_FROM_ROWS", 1_000)
    assert told_by(path) == [7, 7, 8, 8]
    assert told_by(path, dry_run=True) == [7, 7, 8, 8]


@committed
def test_interrupted_while_indexes_are_built_it_says_what_is_there(tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("SpatiaLite takes none off")

    def interrupting(stage, done, total):
        if stage == "Building indexes":
            raise KeyboardInterrupt

    with pytest.raises(
        HalfwayError, match="7 new cameras are stored whole, but some of the"
    ) as caught:
        store(write(tmp_path, *ROWS), watch=interrupting)
    assert "build_index" in str(caught.value)
    assert Camera.objects.count() == 7
    assert Loosened.objects.exists()
    call_command("build_index")
    assert not Loosened.objects.exists()
