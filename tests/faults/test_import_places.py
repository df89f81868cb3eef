"""Whatever file `import_places` is given: one sentence, and the database is as it was."""

import json
from itertools import count

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.places.models import Ground, Place
from tests.factories.tables import ward, write_geojson
from tests.faults.test_every_service import everything, failed_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(tmp_path):
    """Boundaries already imported, later than any file below could be."""
    path = write_geojson(tmp_path, ward("Quay"), name="stored.geojson")
    call_command(
        "import_places", str(path), "--level=ward", "--source=city", "--vintage=2099-01-01"
    )
    return rows()


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Ground, Place)]


def refusal_of(path, content):
    """What the command says of a file with this content; None where it took it."""
    path.write_bytes(content)
    try:
        call_command("import_places", str(path), "--level=ward", "--source=city")
    except CommandError as error:
        return str(error)
    return None


def is_a_sentence(text):
    return text.endswith(".") and "\n" not in text and "Traceback" not in text


WHOLE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Quay"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]],
            },
        }
    ],
}


def test_a_file_cut_anywhere_changes_nothing(stored, tmp_path):
    whole = json.dumps(WHOLE).encode()
    for length in range(0, len(whole), 5):
        said = refusal_of(tmp_path / "cut.geojson", whole[:length])
        assert is_a_sentence(said), length
        assert rows() == stored, length


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", b"{", b"[", b"name,pop\n", b"\x1f\x8b", b"SQLite format 3\0"]),
    rest=st.binary(max_size=200),
)
def test_random_bytes_change_nothing(stored, tmp_path, start, rest):
    assert is_a_sentence(refusal_of(tmp_path / "random", start + rest))
    assert rows() == stored


NUMBERS = st.floats(allow_nan=False, width=32) | st.integers(-200, 200)
SHAPES = st.none() | st.fixed_dictionaries(
    {
        "type": st.sampled_from(["Polygon", "MultiPolygon", "Point", "LineString", "Blob"]),
        "coordinates": st.recursive(
            NUMBERS, lambda inner: st.lists(inner, max_size=5), max_leaves=12
        ),
    }
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shapes=st.lists(SHAPES, max_size=4))
def test_any_outlines_are_taken_or_refused_in_one_sentence(tmp_path, shapes):
    content = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": "Quay"}, "geometry": shape}
            for shape in shapes
        ],
    }
    said = refusal_of(tmp_path / "random.geojson", json.dumps(content).encode())
    assert said is None or is_a_sentence(said)


def test_a_generation_that_fails_at_any_statement_leaves_everything_as_it_was(tmp_path):
    path = write_geojson(tmp_path, ward("Quay"), ward("Hill", west=24.95))
    told = ("--level=ward", "--source=city")
    call_command("import_places", str(path), *told, "--vintage=2020-01-01")
    write_geojson(tmp_path, ward("Quay", west=24.91), ward("Marsh", west=24.96))
    before = everything()
    for passing in count():
        if not failed_at(
            lambda: call_command("import_places", str(path), *told, "--vintage=2024-01-01"), passing
        ):
            break
        assert everything() == before, f"half done after statement {passing}"
    assert passing > 10
    assert Place.objects.current().count() == 2
