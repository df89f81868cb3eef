"""Tags seen past the prefix of a device out of use."""

import pytest

from mapper.vocabulary.osm.tag_view import TagView, prefix_of

DISUSED = {"disused:man_made": "surveillance"}


@pytest.mark.parametrize(
    ("tags", "prefix"),
    [
        ({}, ""),
        ({"man_made": "surveillance"}, ""),
        ({"man_made": "mast;Surveillance", **DISUSED}, ""),
        (DISUSED, "disused:"),
        ({"man_made": "mast", "abandoned:man_made": "surveillance"}, "abandoned:"),
        ({"disused:man_made": "mast"}, ""),
    ],
)
def test_the_prefix_is_that_of_the_device(tags: dict[str, str], prefix: str) -> None:
    assert prefix_of(tags) == prefix


def test_in_use_a_prefixed_tag_tells_of_something_else() -> None:
    view = TagView.of({"man_made": "surveillance", "disused:camera:type": "dome"})
    assert view.get("camera:type") is None


def test_out_of_use_both_forms_count_and_the_plain_one_goes_first() -> None:
    view = TagView.of({**DISUSED, "disused:camera:type": "dome", "disused:ref": "1", "ref": "2"})
    assert view.get("camera:type") == "dome"
    assert view.get("ref") == "2"


def test_tags_are_changed_where_they_stand() -> None:
    view = TagView.of({**DISUSED, "disused:camera:type": "dome"})
    view.put("camera:type", "fixed")
    view.put("ref", "1")
    assert view.tags == {**DISUSED, "disused:camera:type": "fixed", "ref": "1"}


def test_dropping_a_key_drops_both_forms() -> None:
    view = TagView.of({**DISUSED, "disused:ref": "1", "ref": "2"})
    view.drop("ref")
    assert view.tags == DISUSED


def test_the_tags_looked_at_are_a_copy() -> None:
    tags = {"ref": "1"}
    TagView.of(tags).put("ref", "2")
    assert tags == {"ref": "1"}
