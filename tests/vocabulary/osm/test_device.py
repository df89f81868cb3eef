"""What is a camera, and whether it is in use."""

import pytest

from mapper.vocabulary import Lifecycle
from mapper.vocabulary.osm.device import (
    lifecycle_of,
    make_camera,
    put_in_use,
    put_out_of_use,
    strange_types,
    why_no_camera,
)
from mapper.vocabulary.osm.tag_view import TagView

DEVICE = {"man_made": "surveillance"}
TYPE = "surveillance:type"


@pytest.mark.parametrize(
    "tags",
    [
        DEVICE,
        {"man_made": "Surveillance"},
        {"man_made": "mast;surveillance"},
        {"disused:man_made": "surveillance", "disused:surveillance:type": "camera"},
        {"man_made": "mast", "disused:man_made": "surveillance"},
        {**DEVICE, TYPE: "camera"},
        {**DEVICE, TYPE: "ALPR"},
        {**DEVICE, TYPE: "guard;camera"},
        {**DEVICE, TYPE: "crystal ball"},
        {**DEVICE, TYPE: " "},
    ],
)
def test_cameras(tags: dict[str, str]) -> None:
    assert why_no_camera(TagView.of(tags)) == ""


@pytest.mark.parametrize(
    ("tags", "why"),
    [
        ({}, "no man_made=surveillance"),
        ({"man_made": "mast"}, "no man_made=surveillance"),
        ({TYPE: "camera"}, "no man_made=surveillance"),
        ({"highway": "speed_camera"}, "highway=speed_camera measures speed"),
        ({"removed:man_made": "surveillance"}, "removed:man_made=surveillance is no longer there"),
        ({**DEVICE, TYPE: "guard"}, "surveillance:type=guard is no camera"),
        ({**DEVICE, TYPE: "gunshot_detector"}, "surveillance:type=gunshot_detector is no camera"),
    ],
)
def test_other_things(tags: dict[str, str], why: str) -> None:
    assert why_no_camera(TagView.of(tags)) == why


def test_a_strange_type_is_told() -> None:
    tags = {**DEVICE, TYPE: "crystal ball;camera"}
    assert strange_types(TagView.of(tags)) == (
        "surveillance:type: “crystal ball” is no word we know",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {**DEVICE, TYPE: "camera"}),
        ({"man_made": "mast"}, {"man_made": "mast;surveillance", TYPE: "camera"}),
        ({**DEVICE, TYPE: "guard"}, {**DEVICE, TYPE: "guard;camera"}),
        ({TYPE: "ALPR"}, {**DEVICE, TYPE: "ALPR"}),
        (
            {"man_made": "mast", "disused:man_made": "surveillance", TYPE: "guard"},
            {"man_made": "mast", "disused:man_made": "surveillance", TYPE: "guard;camera"},
        ),
    ],
)
def test_making_a_camera(before: dict[str, str], after: dict[str, str]) -> None:
    view = TagView.of(before)
    make_camera(view)
    assert view.tags == after
    assert why_no_camera(view) == ""


@pytest.mark.parametrize(
    ("tags", "lifecycle"),
    [
        (DEVICE, Lifecycle.IN_USE),
        ({**DEVICE, "disused": "no"}, Lifecycle.IN_USE),
        ({**DEVICE, "disused": "yes"}, Lifecycle.DISUSED),
        ({**DEVICE, "abandoned": "yes"}, Lifecycle.DISUSED),
        ({"disused:man_made": "surveillance"}, Lifecycle.DISUSED),
        ({"abandoned:man_made": "surveillance"}, Lifecycle.DISUSED),
    ],
)
def test_in_use_or_not(tags: dict[str, str], lifecycle: Lifecycle) -> None:
    assert lifecycle_of(TagView.of(tags)) is lifecycle


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({**DEVICE, "ref": "1"}, {"disused:man_made": "surveillance", "ref": "1"}),
        (
            {"man_made": "mast;surveillance", "disused:man_made": "crane"},
            {"man_made": "mast", "disused:man_made": "crane;surveillance"},
        ),
        ({"highway": "speed_camera"}, {"highway": "speed_camera", "disused": "yes"}),
    ],
)
def test_putting_out_of_use(before: dict[str, str], after: dict[str, str]) -> None:
    view = TagView.of(before)
    put_out_of_use(view)
    assert view == TagView.of(after)
    assert lifecycle_of(view) is Lifecycle.DISUSED


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({**DEVICE, "disused": "yes", "abandoned": "yes"}, DEVICE),
        (
            {"disused:man_made": "surveillance", "disused:ref": "1", "disused:shop": "yes"},
            {**DEVICE, "ref": "1", "disused:shop": "yes"},
        ),
        (
            {"abandoned:man_made": "crane;surveillance", "abandoned:ref": "1", "ref": "2"},
            {"abandoned:man_made": "crane", "abandoned:ref": "1", "ref": "2", **DEVICE},
        ),
        (
            {"man_made": "mast", "disused:man_made": "surveillance"},
            {"man_made": "mast;surveillance"},
        ),
    ],
)
def test_putting_in_use(before: dict[str, str], after: dict[str, str]) -> None:
    view = TagView.of(before)
    put_in_use(view, ["ref", "camera:type"])
    assert view == TagView.of(after)
    assert lifecycle_of(view) is Lifecycle.IN_USE
