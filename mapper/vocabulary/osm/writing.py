"""Writing a camera back into the tags of its OSM object, without loss."""

from collections.abc import Mapping

from mapper.vocabulary.camera_reading import CameraReading
from mapper.vocabulary.camera_words import Lifecycle
from mapper.vocabulary.osm.aspect_table import ASPECTS, KEYS
from mapper.vocabulary.osm.device import (
    lifecycle_of,
    make_camera,
    put_in_use,
    put_out_of_use,
    why_no_camera,
)
from mapper.vocabulary.osm.tag_view import TagView


def write_tags(reading: CameraReading, original_tags: Mapping[str, str]) -> dict[str, str]:
    """Give the tags that say what `reading` says, changed only where the original says otherwise.

    An unchanged reading gives the original tags; from no tags at all come the tags of a new
    object. `not_a_camera` and `problems` are not written, a camera is never unmade, and facings
    are kept to a thousandth of a degree.
    """
    view = TagView.of(original_tags)
    if reading.is_camera and why_no_camera(view):
        make_camera(view)
    _write_lifecycle(view, reading.lifecycle)
    for aspect in ASPECTS:
        wanted = getattr(reading, aspect.field)
        if aspect.read(view).value != wanted:
            aspect.write(view, wanted)
    return view.tags


def _write_lifecycle(view: TagView, wanted: Lifecycle) -> None:
    """Put the device in or out of use where it is not so already."""
    if lifecycle_of(view) is wanted:
        return
    if wanted is Lifecycle.DISUSED:
        put_out_of_use(view)
    else:
        put_in_use(view, KEYS)
