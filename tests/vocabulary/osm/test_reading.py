"""Tags as they stand in OSM, and what we make of them."""

import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mapper.vocabulary import (
    Answer,
    CameraReading,
    Facing,
    Kind,
    Lifecycle,
    Mount,
    OperatorType,
    Scope,
    read_tags,
)

DEVICE = {"man_made": "surveillance"}


def read(**tags: str) -> CameraReading:
    return read_tags({**DEVICE, **{key.replace("__", ":"): text for key, text in tags.items()}})


def test_a_bare_device_is_a_camera_of_which_nothing_is_known() -> None:
    assert read() == CameraReading()


def test_a_camera_with_everything() -> None:
    reading = read_tags(
        {
            "man_made": "surveillance",
            "surveillance": "public",
            "surveillance:type": "camera",
            "surveillance:zone": "town",
            "camera:type": "dome",
            "camera:mount": "street_lamp",
            "camera:direction": "304-14;SE",
            "camera:tilt": "-30",
            "height": "4.5",
            "operator": "City of Somewhere",
            "operator:type": "government",
            "manufacturer": "Maker",
            "ref": "C 12",
            "start_date": "2019-05",
            "survey:date": "2024-02-29",
            "check_date": "2025-01-01",
            "fixme": "height",
            "facial_recognition": "no",
            "surveillance:signage": "yes",
            "image": "kept, not read",
        }
    )
    assert reading == CameraReading(
        kind=Kind.DOME,
        mount=Mount.STREET_LAMP,
        facings=(Facing(339, 70), Facing(135)),
        tilt_deg=-30.0,
        height_m=4.5,
        operator="City of Somewhere",
        operator_type=OperatorType.PUBLIC,
        scope=Scope.PUBLIC,
        zone="town",
        face_recognition=Answer.NO,
        signage=Answer.YES,
        manufacturer="Maker",
        ref="C 12",
        start_date="2019-05",
        fixme="height",
        seen_on=date(2024, 2, 29),
    )


@pytest.mark.parametrize(
    ("tags", "field", "value"),
    [
        ({"camera__type": "PTZ"}, "kind", Kind.PANNING),
        ({"camera__type": "fixed;dome"}, "kind", Kind.FIXED),
        ({"revolving": "yes"}, "kind", Kind.PANNING),
        ({"revolving": "yes", "camera__type": "fixed"}, "kind", Kind.FIXED),
        ({"surveillance__type": "doorbell"}, "kind", Kind.DOORBELL),
        ({"camera__mount": "Streetlight"}, "mount", Mount.STREET_LAMP),
        ({"support": "pole"}, "mount", Mount.POLE),
        ({"highway": "toll_gantry"}, "mount", Mount.GANTRY),
        ({"highway": "residential"}, "mount", Mount.UNKNOWN),
        ({"surveillance": "traffic"}, "scope", Scope.PUBLIC),
        ({"surveillance": "camera"}, "scope", Scope.UNKNOWN),
        ({"indoor": "yes"}, "scope", Scope.INDOOR),
        ({"surveillance__type": "ALPR"}, "plate_reading", Answer.YES),
        ({"surveillance__type": "camera;anpr"}, "plate_reading", Answer.YES),
        ({"surveillance__type": "camera"}, "plate_reading", Answer.UNKNOWN),
        ({"camera__type": "ALPR"}, "plate_reading", Answer.YES),
        ({"camera__facial_recognition": "yes"}, "face_recognition", Answer.YES),
        ({"surveillance__type": "facial_recognition"}, "face_recognition", Answer.YES),
        ({"operator__type": "private"}, "operator_type", OperatorType.BUSINESS),
        ({"operator__type": "individual"}, "operator_type", OperatorType.PRIVATE_HOME),
        ({"operator__type": "religious"}, "operator_type", OperatorType.OTHER),
        ({"operator": "Sausalito Police Department"}, "operator_type", OperatorType.POLICE),
        ({"operator": "Rigspolitiet"}, "operator_type", OperatorType.POLICE),
        ({"operator": "重庆市公安局"}, "operator_type", OperatorType.POLICE),
        ({"operator": "Policy Institute"}, "operator_type", OperatorType.UNKNOWN),
        ({"operator": "Lowe's"}, "operator_type", OperatorType.UNKNOWN),
        ({"brand": "Flock Safety"}, "manufacturer", "Flock Safety"),
        ({"surveillance__operator": "A", "surveillance__brand": "B"}, "operator", "A"),
        ({"camera__angle": "20"}, "tilt_deg", -20.0),
        ({"camera__angle": "20", "camera__tilt": "-10"}, "tilt_deg", -10.0),
        ({"check_date": "2025-12-12"}, "seen_on", date(2025, 12, 12)),
        ({"survey__date": "soon", "check_date": "2025"}, "seen_on", date(2025, 1, 1)),
        ({"disused": "yes"}, "lifecycle", Lifecycle.DISUSED),
    ],
)
def test_what_single_tags_say(tags: dict[str, str], field: str, value: Any) -> None:
    assert getattr(read(**tags), field) == value


@pytest.mark.parametrize(
    ("tags", "facing"),
    [
        ({"camera__direction": "10", "direction": "20", "surveillance__direction": "30"}, 10),
        ({"direction": "20", "surveillance__direction": "30"}, 20),
        ({"surveillance__direction": "30"}, 30),
        ({"camera__direction": "NB", "direction": "20"}, 20),
    ],
)
def test_the_order_of_the_directions(tags: dict[str, str], facing: float) -> None:
    assert read(**tags).facings == (Facing(facing),)


def test_nonsense_is_told_with_its_key_and_the_next_is_used() -> None:
    reading = read(camera__direction="NB", direction="20")
    assert reading.problems == (
        "camera:direction: “NB” is neither degrees, nor a compass point, nor a range of them",
    )


@pytest.mark.parametrize(
    "tags",
    [
        {"surveillance__zone": "home"},
        {"surveillance__zone": "home", "operator__type": "private"},
        {"camera__type": "doorbell"},
        {"surveillance__type": "doorbell", "operator__type": "private"},
        {"operator__type": "household"},
    ],
)
def test_private_homes(tags: dict[str, str]) -> None:
    assert read(**tags).private_home


@pytest.mark.parametrize(
    "tags",
    [
        {"camera__type": "doorbell", "operator__type": "business"},
        {"surveillance__zone": "residential", "surveillance__type": "ALPR"},
        {"surveillance__zone": "entrance"},
        {"operator__type": "private"},
    ],
)
def test_no_private_homes(tags: dict[str, str]) -> None:
    assert not read(**tags).private_home


def test_a_device_out_of_use_is_read_with_and_without_the_prefix() -> None:
    reading = read_tags(
        {
            "disused:man_made": "surveillance",
            "disused:camera:type": "dome",
            "camera:mount": "pole",
        }
    )
    assert reading.is_camera
    assert (reading.lifecycle, reading.kind, reading.mount) == (
        Lifecycle.DISUSED,
        Kind.DOME,
        Mount.POLE,
    )


def test_other_devices_are_no_cameras_and_say_so() -> None:
    reading = read(surveillance__type="gunshot_detector")
    assert not reading.is_camera
    assert reading.not_a_camera == "surveillance:type=gunshot_detector is no camera"


def test_the_bay_area(shared_data: Path) -> None:
    path = shared_data / "osm-sfbay-alpr-fulltags" / "cameras.json.gz"
    rows = json.loads(gzip.decompress(path.read_bytes()))["cameras"]
    readings = [read_tags(row["tags"]) for row in rows]
    assert len(readings) == 3757
    assert all(reading.is_camera and reading.plate_reading is Answer.YES for reading in readings)
    assert Counter(reading.kind for reading in readings)[Kind.FIXED] == 3511
    assert Counter(reading.mount for reading in readings)[Mount.POLE] >= 1321
    assert sum(bool(reading.problems) for reading in readings) < len(readings) / 20


def test_helsinki(shared_data: Path) -> None:
    path = shared_data / "osm-helsinki-centre-pbf" / "helsinki_surveillance_DERIVED.geojson"
    readings = [read_tags(_tags(row)) for row in json.loads(path.read_text())["features"]]
    cameras = [reading for reading in readings if reading.is_camera]
    assert len(cameras) == 221
    assert {r.not_a_camera for r in readings if not r.is_camera} == {
        "highway=speed_camera measures speed"
    }
    kinds = Counter(reading.kind for reading in cameras)
    assert (kinds[Kind.DOME], kinds[Kind.PANNING]) == (6, 34)


def _tags(feature: dict[str, Any]) -> dict[str, str]:
    properties: dict[str, Any] = feature["properties"]
    return {key: str(text) for key, text in properties.get("tags", properties).items()}
