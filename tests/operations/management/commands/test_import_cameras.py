"""`import_cameras` stores a list or refuses it in a sentence, and says what it took for what."""

import io
from argparse import ArgumentTypeError
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from mapper.cameras.models import Camera, Source
from mapper.operations.management.commands import import_cameras as module
from mapper.operations.management.commands.import_cameras import tag
from tests.factories.tables import write_csv


def run(path, *options):
    out = io.StringIO()
    call_command("import_cameras", str(path), "--source=City Watch", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def listed(tmp_path):
    columns = ("id", "type", "lon", "lat")
    return write_csv(
        tmp_path, columns, (1, "PTZ", 24.9, 60.1), (2, "box", "", ""), (3, "?", 25, 60)
    )


@pytest.mark.django_db
def test_it_says_what_it_took_for_what_and_what_it_refused(listed):
    said = run(listed, "--ref-field=id", "--kind-field=type", "--date=2026-05-01")
    assert said.splitlines() == [
        "City Watch, as of 2026-05-01:",
        "  Positions are read from “lon” and “lat”, in EPSG:4326.",
        "  “type” is read as camera:type.",
        "  “id” is read as ref.",
        "  cameras: 2 added, 0 changed, 0 moved, 0 missing, 0 returned, 0 unchanged, 1 refused",
        "Rows kept, with a remark: 1",
        "  row 3 (“3”): camera:type: “?” is no word we know",
        "Rows refused: 1",
        "  row 2 (“2”): has no position",
    ]


@pytest.mark.django_db
def test_the_options_reach_the_import(tmp_path):
    columns = ("no", "e", "n", "who", "sort", "on")
    row = ("A1", 538874.2, 177344.4, "Harbour", "public", "wall")
    run(
        write_csv(tmp_path, columns, row),
        "--lon=e",
        "--lat=n",
        "--crs=EPSG:27700",
        "--ref-field=no",
        "--operator-field=who",
        "--operator-type-field=sort",
        "--mount-field=on",
        "--tag=surveillance=public",
        "--tag=camera:type=dome",
        "--licence=OGL",
        "--attribution=© City",
        "--address=https://city.example/cctv",
        "--encoding=utf-8",
        "--layer=list",
        "--date=2026-05-01",
        "--accept-missing",
    )
    camera = Camera.objects.get()
    assert (camera.ref, camera.operator.name, camera.operator_type) == ("A1", "Harbour", "public")
    assert (camera.kind, camera.mount, camera.scope) == ("dome", "wall", "public")
    assert camera.location.y == pytest.approx(51.4778, abs=1e-3)
    assert camera.first_seen_on == date(2026, 5, 1)
    source = Source.objects.get()
    assert (source.licence, source.attribution) == ("OGL", "© City")
    assert source.address == "https://city.example/cctv"


@pytest.mark.django_db
def test_a_dry_run_stores_nothing(listed):
    assert run(listed, "--dry-run").endswith("This was a dry run: nothing was stored.\n")
    assert not Source.objects.exists()


@pytest.mark.django_db
def test_a_refusal_is_one_sentence_and_exit_code_1(tmp_path):
    path = tmp_path / "nothing.csv"
    path.touch()
    with pytest.raises(CommandError, match=r"^nothing\.csv is empty\.$") as refused:
        run(path)
    assert refused.value.returncode == 1


@pytest.mark.django_db
def test_interrupted_it_says_that_nothing_changed(listed, monkeypatch):
    def interrupted(*told, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "import_list", interrupted)
    with pytest.raises(CommandError, match="the database is as it was") as stopped:
        run(listed)
    assert stopped.value.returncode == 130


def test_a_tag_has_a_key_and_a_value():
    assert tag(" operator:type = police ") == ("operator:type", "police")
    assert tag("note=a=b") == ("note", "a=b")


@pytest.mark.parametrize("text", ["police", "=police", "operator=", ""])
def test_what_is_no_tag_is_refused_in_words(text):
    with pytest.raises(ArgumentTypeError, match="is no tag such as operator:type=police"):
        tag(text)
