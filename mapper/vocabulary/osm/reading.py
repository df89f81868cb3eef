"""Reading a camera out of the tags of one OSM object."""

from collections.abc import Mapping
from typing import Any

from mapper.vocabulary.camera_reading import CameraReading
from mapper.vocabulary.osm.aspect_table import ASPECTS
from mapper.vocabulary.osm.device import lifecycle_of, strange_types, why_no_camera
from mapper.vocabulary.osm.tag_view import TagView


def read_tags(tags: Mapping[str, str]) -> CameraReading:
    """Read everything that tags say of a camera; never raises.

    Tags of a device out of use count with and without their `disused:` prefix. What is not used
    although it claims to be of use is told in `problems`; docs/reference/osm-tags.md has it all.
    """
    view = TagView.of(tags)
    values: dict[str, Any] = {}
    problems = list(strange_types(view))
    for aspect in ASPECTS:
        found = aspect.read(view)
        values[aspect.field] = found.value
        problems.extend(found.problems)
    reason = why_no_camera(view)
    return CameraReading(
        is_camera=not reason,
        not_a_camera=reason,
        lifecycle=lifecycle_of(view),
        problems=tuple(problems),
        **values,
    )
