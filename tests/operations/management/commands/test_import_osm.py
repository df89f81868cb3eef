"""`import_osm` stores a file or refuses it in a sentence, and says what it did."""

import io
from argparse import ArgumentTypeError
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from mapper.cameras.models import Camera
from mapper.exchange.sources.osm.ground_rows import Layer
from mapper.geometry import Box
from mapper.operations.management.commands import import_osm as module
from mapper.operations.management.commands.import_osm import layers
from mapper.places.models import Ground, Street
from mapper.settings import limits
from tests.factories.osm import DEVICE, node, relation, way, write_osm


def run(path, *options):
    out = io.StringIO()
    call_command("import_osm", str(path), *options, stdout=out)
    return out.getvalue()


ROAD = [
    node(8, 24.91, tags={}),
    node(9, 24.92, tags={}),
    way(1, 8, 9, tags={"highway": "service"}),
    relation(7, {99: "outer"}, tags={"type": "multipolygon", "building": "yes"}),
]


@pytest.mark.django_db
def test_it_says_what_it_did_and_what_it_refused(tmp_path):
    odd = node(2, tags=DEVICE | {"direction": "foo"})
    path = write_osm(tmp_path, node(1), odd, node(3, lat=99), *ROAD)
    said = run(path, "--with", "streets,labels")
    assert said.splitlines() == [
        "town.osm, as of 2026-04-01:",
        "  cameras: 2 added, 0 changed, 0 moved, 0 missing, 0 returned, 0 unchanged, 1 refused",
        "  ground areas: 1 added, 0 changed, 0 removed, 0 unchanged",
        "  streets: 1 added, 0 changed, 0 removed, 0 unchanged",
        "  labels: 0 added, 0 changed, 0 removed, 0 unchanged",
        "Cameras kept, with a remark: 1",
        "  node/2: direction: “foo” is neither degrees, nor a compass point, nor a range of them",
        "Cameras refused: 1",
        "  node/3: has no usable position in this file",
        "Ground refused: 1",
        "  relation/7: is not whole in this file",
    ]


@pytest.mark.django_db
def test_many_remarks_are_counted_by_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_REFUSALS_SHOWN", 2)
    path = write_osm(tmp_path, *(node(number, lat=99) for number in range(1, 8)))
    assert run(path).splitlines()[-4:] == [
        "Cameras refused: 7",
        "  node/1: has no usable position in this file",
        "  node/2: has no usable position in this file",
        "  5 more: has no usable position in this file",
    ]


@pytest.mark.django_db
def test_a_dry_run_says_the_same_and_stores_nothing(tmp_path):
    path = write_osm(tmp_path, node(1), *ROAD)
    said = run(path, "--with=streets", "--dry-run")
    assert "cameras: 1 added" in said
    assert said.endswith("This was a dry run: nothing was stored.\n")
    assert not Camera.objects.exists()
    assert not Ground.objects.exists()


@pytest.mark.django_db
def test_the_options_reach_the_import(tmp_path):
    path = write_osm(tmp_path, node(1), node(2, lon=24.99))
    run(path, "--extent=24.94,60.1,24.96,60.2", "--vintage=2026-09-09", "--source=osm-alpr")
    record = Camera.objects.get().records.get()
    assert (record.source.slug, record.last_vintage_on) == ("osm-alpr", date(2026, 9, 9))


@pytest.mark.django_db
def test_ground_taken_over_is_named(tmp_path):
    for west, day_told in ((24.90, "2026-04-01"), (24.96, "2026-04-01"), (24.90, "2026-05-01")):
        east = 25.0 if day_told > "2026-04-30" else west + 0.04
        half = Box(west, 60.1, east, 60.2)
        road = [node(8, west + 0.01, tags={}), node(9, west + 0.02, tags={}), ROAD[2]]
        said = run(
            write_osm(tmp_path, *road, bounds=half), "--with=streets", f"--vintage={day_told}"
        )
    assert "took the place of “OpenStreetMap: town”" in said
    assert (Ground.objects.count(), Street.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_a_refusal_is_one_sentence_and_exit_code_1(tmp_path):
    path = tmp_path / "nothing.osm"
    path.touch()
    with pytest.raises(CommandError, match=r"^nothing\.osm is empty\.$") as refused:
        run(path)
    assert refused.value.returncode == 1


@pytest.mark.django_db
def test_interrupted_it_says_that_nothing_changed(tmp_path, monkeypatch):
    def interrupted(*told, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "store_extract", interrupted)
    with pytest.raises(CommandError, match="the database is as it was") as stopped:
        run(write_osm(tmp_path, node(1)))
    assert stopped.value.returncode == 130


def test_layers_are_read():
    assert layers("streets, labels,") == {Layer.STREETS, Layer.LABELS}


def test_a_layer_nobody_knows_is_refused_in_words():
    known = "no list of streets, buildings, boundaries, labels, sensitive"
    with pytest.raises(ArgumentTypeError, match=known):
        layers("streets,trees")
