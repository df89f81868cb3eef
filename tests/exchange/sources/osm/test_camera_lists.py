"""Lists of cameras: the rows that are sound are kept, the others named with the reason."""

from datetime import date

from mapper.exchange.sources.notes import Notes
from mapper.exchange.sources.osm.camera_lists import read_camera_list
from mapper.geometry import Box
from tests.factories.osm import DEVICE


def test_a_list_tells_its_day_its_box_and_its_cameras():
    row = {"id": 5, "lat": 37.6, "lon": -122.1, "tags": DEVICE, "direction": None}
    content = {"fetchedAt": "2026-06-19T20:21:16Z", "bbox": [37, -123, 38, -121], "cameras": [row]}
    document = read_camera_list(content, Notes())
    assert document.header.vintage_on == date(2026, 6, 19)
    assert document.header.box == Box(-123, 37, -121, 38)
    (camera,) = document.objects
    assert camera.external_id == "node/5"
    assert camera.geometry.coords[0] == (-122.1, 37.6)


def test_bad_rows_are_refused_one_by_one():
    notes = Notes()
    rows = [
        7,
        {"id": 1, "lat": 95, "lon": 0, "tags": DEVICE},
        {"id": 2, "lat": 1, "lon": 2},
        {"id": "x", "lat": 1, "lon": 2, "tags": DEVICE},
        {"id": 3, "lat": 1, "lon": 2, "tags": DEVICE},
    ]
    document = read_camera_list({"cameras": rows}, notes)
    assert [one.external_id for one in document.objects] == ["node/3"]
    assert list(map(str, notes.refused)) == [
        "camera 1: is no object",
        "node/1: its position (0, 95) is out of range",
        "node/2: has no tags",
        "camera 4: has no OSM id such as node/123",
    ]
