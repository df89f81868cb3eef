"""The tags of one object, seen past the life-cycle prefix that puts a device out of use."""

from collections.abc import Mapping
from dataclasses import dataclass

from mapper.vocabulary.osm.word_lists import words_of

DISUSED = "disused:"
_DISUSED_PREFIXES = (DISUSED, "abandoned:")

DEVICE = "surveillance"
"""The value of `man_made` that makes an object ours."""


@dataclass(slots=True)
class TagView:
    """Tags that are read and changed where they stand, with or without their prefix.

    `prefix` is empty for a device in use; then tags with a prefix tell of something else.
    """

    tags: dict[str, str]
    prefix: str

    @classmethod
    def of(cls, tags: Mapping[str, str]) -> "TagView":
        """Look at a copy of an object's tags."""
        return cls(dict(tags), prefix_of(tags))

    def get(self, key: str) -> str | None:
        """Give the text of a key; the tag without a prefix goes first."""
        if not self.prefix or key in self.tags:
            return self.tags.get(key)
        return self.tags.get(self.prefix + key)

    def put(self, key: str, text: str) -> None:
        """Set the text of a key where it already stands, else without a prefix."""
        self.tags[self._place(key)] = text

    def drop(self, key: str) -> None:
        """Remove every tag that `get` could find under a key."""
        while self.get(key) is not None:
            del self.tags[self._place(key)]

    def _place(self, key: str) -> str:
        """Name the tag that a key is read from."""
        prefixed = self.prefix + key
        return prefixed if key not in self.tags and prefixed in self.tags else key


def prefix_of(tags: Mapping[str, str]) -> str:
    """Give the prefix under which an object is a surveillance device; empty for none."""
    if DEVICE in words_of(tags.get("man_made", "")):
        return ""
    found = (p for p in _DISUSED_PREFIXES if DEVICE in words_of(tags.get(f"{p}man_made", "")))
    return next(found, "")
