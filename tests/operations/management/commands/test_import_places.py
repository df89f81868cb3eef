"""`import_places` stores a file or refuses it in a sentence, and says what it took for what."""

import io

import pytest
import shapely
from django.core.management import CommandError, call_command

from mapper.operations.management.commands import import_places as module
from mapper.places.models import Ground, Place
from tests.factories.tables import BOW_TIE, ward, write_geojson

pytestmark = pytest.mark.django_db


def run(path, *options):
    out = io.StringIO()
    call_command("import_places", str(path), "--level=ward", *options, stdout=out)
    return out.getvalue()


def test_it_says_what_it_took_for_what_and_what_it_refused(tmp_path):
    rows = [
        ward("Quay", pop2011=5),
        (BOW_TIE, {"name": "Bow", "pop2011": 6}),
        (None, {"name": "Bare"}),
    ]
    path = write_geojson(tmp_path, *rows)
    assert run(path, "--vintage=2011-03-27", "--source=City").splitlines() == [
        "City: ward boundaries, as of 2011-03-27:",
        "  Names are read from “name”.",
        "  No column sounds like a code: places are told apart by name (--code-field).",
        "  Populations are read from “pop2011”, of 2011.",
        "  The coordinate system is EPSG:4326.",
        "  places: 2 added, 0 changed, 0 removed, 0 unchanged",
        "  0 places have another parent now",
        "Places kept, with a remark: 1",
        "  row 2 “Bow”: its outline crossed itself and was repaired",
        "Places refused: 1",
        "  row 3 “Bare”: has no outline",
    ]


def test_it_says_what_it_retired_and_that_nothing_changed(tmp_path):
    path = write_geojson(tmp_path, ward("Quay"))
    run(path, "--vintage=2011-03-27", "--source=City")
    again = run(path, "--vintage=2011-03-27", "--source=City")
    assert "places: 1 unchanged; these are stored already" in again
    newer = write_geojson(tmp_path, ward("Quay", west=24.91))
    said = run(newer, "--vintage=2021-03-21", "--source=City")
    assert "retired the boundaries as of 2011-03-27" in said


def test_the_options_reach_the_import(tmp_path):
    square = shapely.box(538_000, 177_000, 539_000, 178_000)
    row = (square, {"nom": "Quay", "no": 7, "people": 12})
    said = run(
        write_geojson(tmp_path, row),
        "--name-field=nom",
        "--code-field=no",
        "--population-field=people",
        "--population-year=2011",
        "--crs=EPSG:27700",
        "--attribution=© City",
        "--licence=CC0-1.0",
        "--layer=wards",
        "--encoding=utf-8",
    )
    place = Place.objects.get()
    assert (place.name, place.external_id, place.population) == ("Quay", "7", 12)
    assert place.ground.attribution == "© City (CC0-1.0)"
    assert "The coordinate system is EPSG:27700." in said


@pytest.mark.parametrize(
    ("options", "credit"),
    [((), ""), (("--licence=CC0-1.0",), "CC0-1.0"), (("--attribution=© City",), "© City")],
)
def test_attribution_and_licence_stand_alone_too(tmp_path, options, credit):
    run(write_geojson(tmp_path, ward("Quay")), *options)
    assert Ground.objects.get().attribution == credit


def test_a_dry_run_stores_nothing(tmp_path):
    said = run(write_geojson(tmp_path, ward("Quay")), "--dry-run")
    assert said.endswith("This was a dry run: nothing was stored.\n")
    assert not Ground.objects.exists()


def test_a_refusal_is_one_sentence_and_exit_code_1(tmp_path):
    path = tmp_path / "nothing.geojson"
    path.touch()
    with pytest.raises(CommandError, match=r"^nothing\.geojson is empty\.$") as refused:
        run(path)
    assert refused.value.returncode == 1


def test_interrupted_it_says_that_nothing_changed(tmp_path, monkeypatch):
    def interrupted(*told, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "import_places", interrupted)
    with pytest.raises(CommandError, match="the database is as it was") as stopped:
        run(write_geojson(tmp_path, ward("Quay")))
    assert stopped.value.returncode == 130


def test_a_coordinate_system_that_is_spelled_out_is_the_files_own(tmp_path):
    wkt = 'GEOGCS["Mine",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],'
    wkt += 'PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]'
    said = run(write_geojson(tmp_path, ward("Quay")), f"--crs={wkt}")
    assert "The coordinate system is the file’s own." in said
