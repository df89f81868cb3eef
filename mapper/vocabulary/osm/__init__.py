"""OSM tags of a surveillance camera into our reading, and back without loss."""

from mapper.vocabulary.osm.reading import read_tags
from mapper.vocabulary.osm.writing import write_tags

__all__ = ["read_tags", "write_tags"]
