"""JSON is told apart by the list it holds; what is broken, huge or something else is refused."""

import bz2
import gzip
import json

import pytest
import shapely

from mapper.exchange.sources.notes import Notes, RefusedFileError
from mapper.exchange.sources.osm.formats import format_of
from mapper.exchange.sources.osm.json_files import cameras_in, read_document, shapes_in
from mapper.exchange.sources.osm.json_rows import Document, JsonObject
from mapper.exchange.sources.osm.objects import Header
from mapper.settings import limits
from tests.factories.osm import DEVICE

NODE = {"type": "node", "id": 1, "lat": 60.15, "lon": 24.95, "tags": DEVICE}
FEATURE = {
    "id": "node/1",
    "properties": DEVICE,
    "geometry": {"type": "Point", "coordinates": [24.95, 60.15]},
}
SQUARE = [(24.9, 60.1), (25.0, 60.1), (25.0, 60.2), (24.9, 60.2), (24.9, 60.1)]


def read(folder, content, pack=lambda raw: raw):
    path = folder / "answer.json"
    path.write_bytes(pack(content if isinstance(content, bytes) else json.dumps(content).encode()))
    return read_document(path, format_of(path), Notes())


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
@pytest.mark.parametrize(
    "content", [{"elements": [NODE]}, {"features": [FEATURE]}, {"cameras": [NODE]}]
)
def test_every_kind_packed_or_not_gives_the_same_camera(tmp_path, content, pack):
    (camera,) = cameras_in(read(tmp_path, content, pack))
    assert (camera.external_id, camera.lon, camera.lat) == ("node/1", 24.95, 60.15)


@pytest.mark.parametrize("content", [[], {}, {"elements": 5}, {"type": "Topology", "arcs": []}])
def test_json_of_another_kind_is_refused(tmp_path, content):
    with pytest.raises(RefusedFileError, match="is JSON, but neither"):
        read(tmp_path, content)


@pytest.mark.parametrize(
    "content", [b'{"elements": [', b"[" * 100_000, b'{"elements": ["\xff\xfe"]}']
)
def test_broken_json_is_refused_in_a_sentence(tmp_path, content):
    with pytest.raises(RefusedFileError, match=r"is broken or cut short: .*\.$"):
        read(tmp_path, content)


def test_a_packed_file_cut_short_is_refused(tmp_path):
    content = json.dumps({"elements": [NODE] * 5000}).encode()
    with pytest.raises(RefusedFileError, match="broken or cut short"):
        read(tmp_path, content, lambda raw: gzip.compress(raw, compresslevel=0)[:-4000])


def test_json_that_unpacks_to_more_than_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_JSON_MAX_BYTES", 1000)
    with pytest.raises(RefusedFileError, match="more than 1,000 bytes of JSON"):
        read(tmp_path, b'{"elements": [' + b" " * 10_000 + b"]}", gzip.compress)


def of(geometry, **tags):
    return JsonObject("way/1", tags, geometry)


def test_only_devices_are_cameras_and_stand_at_their_middle():
    objects = [
        of(shapely.Point(1, 2), man_made="mast"),
        of(shapely.LineString(SQUARE), **DEVICE),
        of(shapely.Polygon(SQUARE), **DEVICE),
    ]
    found = [(one.lon, one.lat) for one in cameras_in(Document(Header(), objects))]
    assert found == [(24.95, 60.15), (24.95, 60.15)]


def test_shapes_are_sorted_and_closed_lines_tagged_as_areas_are_areas():
    objects = [
        of(shapely.LineString(SQUARE), building="yes"),
        of(shapely.LineString(SQUARE), highway="service"),
        of(shapely.Polygon(SQUARE), leisure="park"),
        of(shapely.Point(1, 2), place="town", name="Somewhere"),
        of(shapely.LineString(SQUARE), power="line"),
        of(shapely.Polygon(SQUARE), power="plant"),
        of(shapely.Point(1, 2), natural="tree"),
    ]
    shapes = shapes_in(Document(Header(), objects))
    assert [shape.geometry.geom_type for shape in shapes.areas] == ["Polygon", "Polygon"]
    assert [shape.tags for shape in shapes.lines] == [{"highway": "service"}]
    assert [shape.tags["name"] for shape in shapes.points] == ["Somewhere"]


def test_the_bay_area(shared_data):
    path = shared_data / "osm-sfbay-alpr-fulltags/cameras.json.gz"
    notes = Notes()
    document = read_document(path, format_of(path), notes)
    assert len(list(cameras_in(document))) == 3757
    assert notes.refused == []
