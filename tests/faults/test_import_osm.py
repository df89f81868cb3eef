"""Whatever file `import_osm` is given: one sentence, and the database is as it was."""

import gzip
import json

import osmium
import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.cameras.models import Camera, Event, Source, SourceRecord
from mapper.places.models import Building, Ground, GroundArea, Label, Place, Street
from tests.factories.osm import node, osm_xml, way, write_osm

pytestmark = pytest.mark.django_db

MODELS = (Source, Camera, SourceRecord, Event, Ground, GroundArea, Street, Building, Place, Label)
ROAD = [
    node(8, 24.91, tags={}),
    node(9, 24.92, tags={}),
    way(1, 8, 9, tags={"highway": "service", "name": "Mill Lane"}),
]


@pytest.fixture
def stored(tmp_path):
    """A town already imported, later than any file below could be."""
    path = write_osm(tmp_path, *map(node, range(1, 12)), *ROAD)
    call_command("import_osm", str(path), "--with=streets", "--vintage=2026-05-01")
    return rows()


def rows():
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def refusal_of(path, content):
    """What the command says of a file with this content; None where it took it."""
    path.write_bytes(content)
    try:
        call_command("import_osm", str(path), "--with=streets,buildings,boundaries,labels")
    except CommandError as error:
        return str(error) if error.returncode == 1 else None
    return None


def is_a_sentence(text):
    return text.endswith(".") and "\n" not in text and "Traceback" not in text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.osm", b""),
        ("empty.osm.pbf", b""),
        ("picture.osm", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("table.osm.pbf", b"id,lat,lon\n1,60.1,24.9\n"),
        ("page.osm", b"<!doctype html><html><body>Not found</body></html>"),
        ("changes.osm", b'<osmChange version="0.6"><create/></osmChange>'),
        ("cut.osm", osm_xml(node(1)).encode()[:-30]),
        ("entities.osm", b'<!DOCTYPE x [<!ENTITY a "aa">]><osm version="0.6">&a;</osm>'),
        ("old.osm", b'<osm version="0.3"></osm>'),
        ("nothing.osm", b'<osm version="0.6"></osm>'),
        ("cut.osm.gz", gzip.compress(osm_xml(node(1)).encode(), mtime=0)[:-12]),
        ("packed.zip", b"PK\x03\x04" + bytes(60)),
        ("cut.json", b'{"elements": [{"type": "node"'),
        ("deep.json", b"[" * 200_000),
        ("else.json", json.dumps({"hello": "world"}).encode()),
        ("nothing.json", json.dumps({"elements": []}).encode()),
        ("bad.geojson", json.dumps({"features": [{}, None, 7]}).encode()),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(stored, tmp_path, name, content):
    said = refusal_of(tmp_path / name, content)
    assert is_a_sentence(said)
    assert said.startswith(name)
    assert rows() == stored


def small_pbf(folder):
    path = folder / "small.osm.pbf"
    source = folder / "source.osm"
    source.write_text(osm_xml(*map(node, range(1, 12)), *ROAD))
    with osmium.SimpleWriter(path, overwrite=True) as writer:
        for entity in osmium.FileProcessor(source):
            writer.add(entity)
    return path.read_bytes()


def test_a_pbf_cut_anywhere_changes_nothing(stored, tmp_path):
    whole = small_pbf(tmp_path)
    path = tmp_path / "cut.osm.pbf"
    for length in range(0, len(whole) - 1, 7):
        said = refusal_of(path, whole[:length])
        assert is_a_sentence(said), length
        assert rows() == stored, length


def test_a_pbf_with_broken_bytes_changes_nothing(stored, tmp_path):
    whole = bytearray(small_pbf(tmp_path))
    path = tmp_path / "broken.osm.pbf"
    for place in range(0, len(whole), 11):
        broken = whole.copy()
        broken[place] ^= 0xFF
        said = refusal_of(path, bytes(broken))
        # A byte of no importance, such as the writer's name, leaves the file as good as it was;
        # it is then refused for being older than what is stored.
        assert is_a_sentence(said), place
        assert rows() == stored, place


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(
        [b"", b"{", b"[", b"<osm", b"\x1f\x8b", b"BZh", b"\0\0\0\x0d\n\tOSMHeader"]
    ),
    rest=st.binary(max_size=300),
)
def test_random_bytes_change_nothing(stored, tmp_path, start, rest):
    assert is_a_sentence(refusal_of(tmp_path / "random", start + rest))
    assert rows() == stored


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "id", "lat", "lon", "tags", "geometry", "nodes", "center"])
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.sampled_from(["elements", "features", "cameras"]), content=st.lists(JSON, max_size=5))
def test_any_json_is_taken_or_refused_in_one_sentence(tmp_path, key, content):
    said = refusal_of(tmp_path / "random.json", json.dumps({key: content}).encode())
    assert said is None or is_a_sentence(said)


def test_single_bad_rows_are_told_and_the_rest_kept(tmp_path, capsys):
    device = {"man_made": "surveillance"}
    bad = [
        {"type": "node", "id": 1, "lat": float("nan"), "lon": 24.9, "tags": device},
        {"type": "node", "id": 2, "lat": 91, "lon": 24.9, "tags": device},
        {"type": "node", "id": 3, "lat": 60.1, "lon": 24.9, "tags": device | {"direction": "foo"}},
        {"type": "node", "id": 4, "lat": 60.1, "lon": 24.9, "tags": device | {"note": "\0"}},
        {"type": "node", "id": 5, "lat": 60.1, "lon": 24.9, "tags": device},
    ]
    assert refusal_of(tmp_path / "rows.json", json.dumps({"elements": bad}).encode()) is None
    said = capsys.readouterr().out
    for line in (
        "2 added",
        "node/1: its position (24.9, nan) is not two numbers",
        "node/2: its position (24.9, 91) is out of range",
        "node/3: direction: “foo”",
        "node/4: its tags hold characters that cannot be stored",
    ):
        assert line in said
    assert Camera.objects.count() == 2
