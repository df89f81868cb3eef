"""Whatever list `import_cameras` is given: one sentence, and the database is as it was."""

import json
from itertools import count

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.cameras.models import Camera, Event, Source, SourceRecord
from mapper.operations.management.commands import import_cameras as command
from tests.factories.tables import write_csv
from tests.faults.test_every_service import everything, failed_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(tmp_path):
    """A list already imported, of a later day than any file below could be."""
    path = write_csv(tmp_path, ("id", "lon", "lat"), (1, 24.9, 60.1), name="stored.csv")
    told = ("--source=city", "--ref-field=id", "--date=2099-01-01")
    call_command("import_cameras", str(path), *told)
    return rows()


def rows():
    models = (Source, Camera, SourceRecord, Event)
    return [list(model.objects.order_by("pk").values()) for model in models]


def refusal_of(path, content, source="city"):
    """What the command says of a file with this content; None where it took it."""
    path.write_bytes(content)
    try:
        call_command("import_cameras", str(path), f"--source={source}")
    except CommandError as error:
        return str(error)
    return None


def is_a_sentence(text):
    return text.endswith(".") and "\n" not in text and "Traceback" not in text


@pytest.mark.parametrize("missing", [b"", b"id,lon,lat\n", b"id,name\n1,Gate\n", b"\xff\xfe\x00"])
def test_a_file_without_cameras_changes_nothing(stored, tmp_path, missing):
    assert is_a_sentence(refusal_of(tmp_path / "list.csv", missing))
    assert rows() == stored


CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r"), max_size=8
) | st.sampled_from(["24.9", "60.1", "-0", "1e400", "nan", '"', "181"])


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(listed=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4))
def test_any_rows_are_taken_or_refused_in_one_sentence(tmp_path, listed):
    lines = ["id,lon,lat", *(",".join(row) for row in listed)]
    said = refusal_of(tmp_path / "list.csv", "\n".join(lines).encode(), source="any")
    assert said is None or is_a_sentence(said)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
LISTED = st.dictionaries(st.sampled_from(["id", "lon", "lat", "type"]), VALUES, max_size=4)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(listed=st.lists(LISTED | VALUES, max_size=5))
def test_any_json_is_taken_or_refused_in_one_sentence(tmp_path, listed):
    content = json.dumps({"cameras": listed}).encode()
    said = refusal_of(tmp_path / "list.json", content, source="any")
    assert said is None or is_a_sentence(said)


def test_a_list_that_fails_at_any_statement_leaves_everything_as_it_was(tmp_path, monkeypatch):
    # What comes after it is stored fails by itself.
    monkeypatch.setattr(command, "sort_for_map", lambda watch: None)
    columns, told = ("id", "lon", "lat"), ("--source=city", "--ref-field=id")
    path = write_csv(tmp_path, columns, (1, 24.9, 60.1), (2, 24.91, 60.1))
    call_command("import_cameras", str(path), *told, "--date=2020-01-01")
    write_csv(tmp_path, columns, (1, 24.92, 60.1), (3, 24.93, 60.1))
    before = everything()
    for passing in count():
        if not failed_at(
            lambda: call_command("import_cameras", str(path), *told, "--date=2024-01-01"), passing
        ):
            break
        assert everything() == before, f"half done after statement {passing}"
    assert passing > 10
    assert Camera.objects.count() == 3
