"""OSM tags to our record and back."""

from collections.abc import Mapping

from mapper.vocabulary.camera_reading import CameraReading


def read_tags(tags: Mapping[str, str]) -> CameraReading:
    """Read what a set of OSM tags says of a camera."""
    raise NotImplementedError(tags)


def write_tags(reading: CameraReading, original_tags: Mapping[str, str]) -> dict[str, str]:
    """Write a reading back into the tags it came from."""
    raise NotImplementedError(reading, original_tags)
