"""An extract is stored whole, with what is then believed, or not at all."""

from datetime import date

import pytest

from mapper.cameras.models import Camera, Event, Source, SourceRecord
from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.osm import store_extract as module
from mapper.exchange.sources.osm.extract import Wanted, read_extract
from mapper.exchange.sources.osm.ground_rows import Layer
from mapper.exchange.sources.osm.store_extract import Storing, source_named, store_extract
from mapper.exchange.sources.store_cameras import store_cameras
from mapper.exchange.sources.watching import unwatched
from mapper.geometry import Box
from mapper.places.models import Ground, Label, Place, Street
from mapper.vocabulary import Role, State
from tests.factories.cameras import make_source
from tests.factories.osm import DEVICE, node, way, write_osm

pytestmark = pytest.mark.django_db

ROAD = [node(8, 24.91, tags={}), node(9, 24.92, tags={}), way(1, 8, 9, tags={"highway": "road"})]
CORNERS = [
    (11, 24.90, 60.10),
    (12, 24.92, 60.10),
    (13, 24.92, 60.12),
    (14, 24.90, 60.12),
    (15, 24.91, 60.11),
]
MODELS = (Source, Camera, SourceRecord, Event, Ground, Street, Label)


def store(folder, *elements, layers=(), watch=unwatched, vintage_on=None, **storing):
    wanted = Wanted(layers=frozenset(layers), vintage_on=vintage_on)
    extract = read_extract(write_osm(folder, *elements), wanted, unwatched)
    return store_extract(extract=extract, storing=Storing(**storing), watch=watch, by=Role.IMPORTER)


def rows():
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def test_cameras_ground_source_and_belief_are_stored(tmp_path):
    report = store(tmp_path, node(1), *ROAD, layers={Layer.STREETS})
    camera = Camera.objects.get()
    assert (camera.state, camera.voices) == (State.UNCONFIRMED, 1)
    assert camera.first_seen_on == camera.last_seen_on == date(2026, 4, 1)
    assert (report.cameras.added, report.ground.layers[Street].added) == (1, 1)
    source = Source.objects.get()
    assert (source.slug, source.title, source.licence) == ("osm", "OpenStreetMap", "ODbL 1.0")
    ground = Ground.objects.get()
    assert (ground.slug, ground.title) == ("osm--town", "OpenStreetMap: town")
    assert ground.attribution == "© OpenStreetMap contributors"


def test_the_same_file_again_changes_not_one_row(tmp_path):
    store(tmp_path, node(1), *ROAD, layers={Layer.STREETS})
    before = rows()
    store(tmp_path, node(1), *ROAD, layers={Layer.STREETS})
    assert rows() == before


def test_a_dry_run_reports_and_stores_nothing(tmp_path):
    report = store(tmp_path, node(1), *ROAD, layers={Layer.STREETS}, dry_run=True)
    assert (report.cameras.added, report.ground.layers[Street].added) == (1, 1)
    assert rows() == [[] for _ in MODELS]


def test_a_camera_gone_from_osm_is_still_there_with_its_voice(tmp_path):
    store(tmp_path, node(1), node(2))
    report = store(tmp_path, node(2), vintage_on=date(2026, 8, 1))
    assert report.cameras.missing == 1
    camera = SourceRecord.objects.get(external_id="node/1").camera
    assert camera.state == State.UNCONFIRMED
    assert camera.last_seen_on == date(2026, 4, 1)


def test_a_camera_that_became_unreadable_is_not_missing(tmp_path):
    store(tmp_path, node(1))
    report = store(tmp_path, node(1, lat=99), vintage_on=date(2026, 8, 1))
    assert report.cameras.missing == 0


def test_a_camera_that_moved_out_of_the_extent_asked_for_is_not_missing(tmp_path):
    store(tmp_path, node(1))
    wanted = Wanted(extent=Box(24.94, 60.14, 24.96, 60.16), vintage_on=date(2026, 8, 1))
    extract = read_extract(write_osm(tmp_path, node(1, lon=24.99)), wanted, unwatched)
    report = store_extract(extract=extract, storing=Storing(), watch=unwatched, by=Role.IMPORTER)
    assert report.cameras.missing == 0


def test_two_sources_keep_apart(tmp_path):
    store(tmp_path, node(1))
    store(tmp_path, node(1), source="osm-alpr")
    assert Camera.objects.count() == 2
    assert Source.objects.get(slug="osm-alpr").title == "OpenStreetMap (osm-alpr)"


def test_what_is_older_or_lacks_most_is_refused_and_changes_nothing(tmp_path):
    store(tmp_path, *map(node, range(1, 21)), *ROAD, layers={Layer.STREETS})
    before = rows()
    for elements, told, reason in (
        ([node(1)], {"vintage_on": date(2020, 1, 1)}, "already known"),
        ([node(99), *ROAD], {"vintage_on": date(2020, 1, 1), "layers": {Layer.STREETS}}, "ground"),
        ([node(1)], {"vintage_on": date(2026, 8, 1)}, "--accept-missing"),
    ):
        with pytest.raises(RefusedFileError, match=rf"^town.osm was refused: .*{reason}.*\.$"):
            store(tmp_path, *elements, **told)
        assert rows() == before
    report = store(tmp_path, node(1), vintage_on=date(2026, 8, 1), accept_missing=True)
    assert report.cameras.missing == 19


def test_a_source_of_something_else_is_refused():
    make_source("demo", kind="demo")
    with pytest.raises(RefusedFileError, match="not one of OpenStreetMap data"):
        source_named("demo")


def test_interrupted_in_the_middle_it_stores_nothing(tmp_path, monkeypatch):
    def interrupted(**told):
        store_cameras(**told)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "store_cameras", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store(tmp_path, node(1), *ROAD, layers={Layer.STREETS})
    assert rows() == [[] for _ in MODELS]


def test_it_tells_how_far_it_is(tmp_path):
    told = []
    store(
        tmp_path,
        node(1, tags=DEVICE),
        *ROAD,
        layers={Layer.STREETS},
        watch=lambda *call: told.append(call),
    )
    assert told == [
        ("Storing ground", 0, 2),
        ("Storing ground", 1, 2),
        ("Storing ground", 2, 2),
        ("Storing cameras", 0, 1),
        ("Storing cameras", 1, 1),
        ("Weighing what is believed", 0, 0),
        ("Weighing what is believed", 0, 0),
    ]


def test_the_three_vintages_of_monaco(shared_data):
    folder = shared_data / "osm-monaco-pbf-3-vintages"
    wanted = Wanted(layers=frozenset(Layer))
    counts = []
    for vintage in ("2021-04", "2023-11", "2025-02_nouser_DERIVED"):
        extract = read_extract(folder / f"monaco_{vintage}.osm.pbf", wanted, unwatched)
        report = store_extract(
            extract=extract, storing=Storing(), watch=unwatched, by=Role.IMPORTER
        )
        counts.append((report.cameras.added, report.cameras.missing, Camera.objects.count()))
        before = rows()
        store_extract(extract=extract, storing=Storing(), watch=unwatched, by=Role.IMPORTER)
        assert rows() == before
    assert counts == [(10, 0, 10), (4, 0, 14), (2, 0, 16)]
    assert Ground.objects.count() == 1
    # The stray way of 2025 reaches 40 km into the sea; the extent does not.
    assert Ground.objects.get().extent.extent[1] > 43.7


def test_boundaries_are_nested_once_they_are_stored(tmp_path):
    ring = [node(n, lon, lat, tags={}) for n, lon, lat in CORNERS]
    told = {"boundary": "administrative", "name": "Town"}
    store(
        tmp_path,
        *ring,
        way(21, 11, 12, 13, 14, 11, tags={**told, "admin_level": "8"}),
        way(22, 11, 12, 15, 11, tags={**told, "admin_level": "10", "name": "Ward"}),
        layers={Layer.BOUNDARIES},
    )
    assert Place.objects.get(name="Ward").parent == Place.objects.get(name="Town")
