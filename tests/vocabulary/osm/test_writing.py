"""Nothing is lost between tags, reading and tags."""

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

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
    write_tags,
)
from mapper.vocabulary.osm.aspect_table import KEYS
from mapper.vocabulary.osm.word_tables import (
    ANSWERS,
    CAMERA_TYPES,
    HOME_ZONES,
    KINDS,
    MOUNTS,
    MOUNTS_BY_HIGHWAY,
    OPERATOR_TYPES,
    OTHER_DEVICES,
    SCOPES,
)

PREFIXES = ("", "disused:", "abandoned:", "removed:")
WORDS = sorted(
    {
        *(word for table in (ANSWERS, KINDS, MOUNTS, OPERATOR_TYPES, SCOPES) for word in table),
        *(word for table in (HOME_ZONES, MOUNTS_BY_HIGHWAY) for word in table),
        *CAMERA_TYPES,
        *OTHER_DEVICES,
        "ALPR", "surveillance", "mast", "private", "NB", "45", "304-14", "12'", "2024-05-01",
        "City Police", "", " ", ";",
    }
)  # fmt: skip

keys = st.builds(
    str.__add__,
    st.sampled_from(PREFIXES),
    st.sampled_from(["man_made", "disused", "abandoned", *sorted(KEYS)]),
)
words = st.sampled_from(WORDS)
values = words | st.lists(words, max_size=3).map(";".join) | st.text(max_size=8)
tag_sets = st.dictionaries(keys | st.text(max_size=8), values, max_size=10)
texts = st.text(max_size=8)

thousandths = st.integers(0, 359_999).map(lambda number: number / 1000)
openings = st.none() | st.integers(1, 359_999).map(lambda number: number / 1000)
facings = st.builds(Facing, thousandths, openings)

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(Kind),
    "mount": st.sampled_from(Mount),
    "facings": st.lists(facings, max_size=3, unique=True).map(tuple),
    "tilt_deg": st.none() | st.floats(-90, 90),
    "height_m": st.none() | st.floats(0, 500),
    "operator": texts,
    "operator_type": st.sampled_from(OperatorType),
    "scope": st.sampled_from(Scope),
    "zone": texts,
    "face_recognition": st.sampled_from(Answer),
    "plate_reading": st.sampled_from(Answer),
    "signage": st.sampled_from(Answer),
    "sign_operator": st.sampled_from(Answer),
    "sign_contact": st.sampled_from(Answer),
    "lifecycle": st.sampled_from(Lifecycle),
    "manufacturer": texts,
    "ref": texts,
    "start_date": texts,
    "fixme": texts,
    "seen_on": st.none() | st.dates(),
}
changes = st.fixed_dictionaries({}, optional=FIELDS)


def without_bookkeeping(reading: CameraReading) -> CameraReading:
    return replace(reading, problems=(), not_a_camera="")


@given(tag_sets)
def test_an_unchanged_reading_gives_back_the_tags(tags: dict[str, str]) -> None:
    assert write_tags(read_tags(tags), tags) == tags


@given(tag_sets, changes)
def test_every_change_is_read_again_and_nothing_else_changes(
    tags: dict[str, str], change: dict[str, Any]
) -> None:
    wanted = replace(read_tags(tags), **change)
    again = read_tags(write_tags(wanted, tags))
    assert without_bookkeeping(again) == without_bookkeeping(wanted)


@given(tag_sets, changes)
def test_writing_twice_writes_nothing_new(tags: dict[str, str], change: dict[str, Any]) -> None:
    wanted = replace(read_tags(tags), **change)
    written = write_tags(wanted, tags)
    assert write_tags(wanted, written) == written


@given(tag_sets, changes)
def test_unknown_tags_and_the_angle_are_never_written(
    tags: dict[str, str], change: dict[str, Any]
) -> None:
    written = write_tags(replace(read_tags(tags), **change), tags)
    for key, text in written.items():
        if key.endswith("camera:angle"):
            assert text in {tags.get(prefix + "camera:angle") for prefix in PREFIXES}
    plain = {key.removeprefix("disused:").removeprefix("abandoned:") for key in KEYS}
    ours = {"man_made", "disused", "abandoned"} | plain
    strange = {k: v for k, v in tags.items() if k.rsplit("disused:")[-1] not in ours}
    strange = {k: v for k, v in strange.items() if k.removeprefix("abandoned:") not in ours}
    assert strange.items() <= written.items()


@given(changes)
def test_a_new_camera_gets_the_tags_of_one(change: dict[str, Any]) -> None:
    wanted = CameraReading(**change)
    again = read_tags(write_tags(wanted, {}))
    assert again.is_camera
    assert without_bookkeeping(again) == without_bookkeeping(wanted)


def test_one_change_changes_one_tag() -> None:
    tags = {
        "man_made": "surveillance",
        "camera:type": "PTZ",
        "direction": "SE",
        "image": "x",
        "camera:angle": "20",
    }
    reading = read_tags(tags)
    assert write_tags(replace(reading, facings=(Facing(90),)), tags) == {**tags, "direction": "90"}
    assert write_tags(replace(reading, tilt_deg=-5.0), tags) == {**tags, "camera:tilt": "-5"}
    assert write_tags(replace(reading, seen_on=date(2026, 1, 2)), tags) == {
        **tags,
        "survey:date": "2026-01-02",
    }


def test_a_camera_comes_back_into_use_with_all_its_tags() -> None:
    tags = {"disused:man_made": "surveillance", "disused:camera:type": "dome", "ref": "1"}
    assert write_tags(replace(read_tags(tags), lifecycle=Lifecycle.IN_USE), tags) == {
        "man_made": "surveillance",
        "camera:type": "dome",
        "ref": "1",
    }


def test_a_camera_goes_out_of_use_by_one_tag() -> None:
    tags = {"man_made": "surveillance", "camera:type": "dome"}
    assert write_tags(replace(read_tags(tags), lifecycle=Lifecycle.DISUSED), tags) == {
        "disused:man_made": "surveillance",
        "camera:type": "dome",
    }


def test_the_original_is_not_touched() -> None:
    tags = {"man_made": "surveillance"}
    write_tags(CameraReading(kind=Kind.DOME), tags)
    assert tags == {"man_made": "surveillance"}


def test_the_bay_area_comes_back_whole(shared_data: Path) -> None:
    path = shared_data / "osm-sfbay-alpr-fulltags" / "cameras.json.gz"
    for row in json.loads(gzip.decompress(path.read_bytes()))["cameras"]:
        assert write_tags(read_tags(row["tags"]), row["tags"]) == row["tags"]
