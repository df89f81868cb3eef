"""Whether an object is a camera at all, and whether it is in use."""

from collections.abc import Iterable

from mapper.vocabulary.camera_words import Lifecycle
from mapper.vocabulary.osm.aspects import DEVICE_TYPE
from mapper.vocabulary.osm.tag_view import DEVICE, DISUSED, TagView
from mapper.vocabulary.osm.word_lists import parts_of, with_word, without_words, word_of, words_of
from mapper.vocabulary.osm.word_tables import CAMERA_TYPES, OTHER_DEVICES

_FLAGS = ("disused", "abandoned")
_REMOVED_PREFIXES = ("removed:", "demolished:", "destroyed:", "dismantled:", "razed:", "was:")
_MAN_MADE = "man_made"


def why_no_camera(view: TagView) -> str:
    """Say in words why an object is no camera; empty where it is one.

    Without `surveillance:type` a surveillance device is a camera, as most mappers mean it; so
    is one of a type that nobody knows.
    """
    if not _is_device(view):
        return _what_else(view)
    types = words_of(view.get(DEVICE_TYPE) or "")
    if not types or any(word in CAMERA_TYPES or word not in OTHER_DEVICES for word in types):
        return ""
    return f"{DEVICE_TYPE}={view.get(DEVICE_TYPE)} is no camera"


def strange_types(view: TagView) -> tuple[str, ...]:
    """List in words the types of device that nobody knows."""
    known = CAMERA_TYPES | OTHER_DEVICES
    parts = parts_of(view.get(DEVICE_TYPE) or "")
    strange = (part for part in parts if word_of(part) not in known)
    return tuple(f"{DEVICE_TYPE}: “{part}” is no word we know" for part in strange)


def make_camera(view: TagView) -> None:
    """Change the tags so that the object is a camera."""
    if not _is_device(view):
        view.put(_MAN_MADE, with_word(view.get(_MAN_MADE) or "", DEVICE))
    types = view.get(DEVICE_TYPE) or ""
    if not CAMERA_TYPES.intersection(words_of(types)):
        view.put(DEVICE_TYPE, with_word(types, "camera"))


def lifecycle_of(view: TagView) -> Lifecycle:
    """Read whether the device is in use: by the prefix of `man_made` or by a flag."""
    return Lifecycle.DISUSED if view.prefix or _raised_flags(view) else Lifecycle.IN_USE


def put_out_of_use(view: TagView) -> None:
    """Give `man_made` the prefix, or raise a flag where the object is no device."""
    man_made = view.tags.get(_MAN_MADE, "")
    if DEVICE not in words_of(man_made):
        view.tags["disused"] = "yes"
        return
    _put_or_drop(view, _MAN_MADE, without_words(man_made, frozenset({DEVICE})))
    disused = without_words(view.tags.get(DISUSED + _MAN_MADE, ""), frozenset({DEVICE}))
    view.tags[DISUSED + _MAN_MADE] = with_word(disused, DEVICE)
    view.prefix = DISUSED


def put_in_use(view: TagView, keys: Iterable[str]) -> None:
    """Lower the flags and take the prefix off `man_made` and off each of `keys`."""
    for flag in _raised_flags(view):
        del view.tags[flag]
    if not view.prefix:
        return
    prefixed = view.prefix + _MAN_MADE
    _put_or_drop(view, prefixed, without_words(view.tags[prefixed], frozenset({DEVICE})))
    view.tags[_MAN_MADE] = with_word(view.tags.get(_MAN_MADE, ""), DEVICE)
    for key in keys:
        if key not in view.tags and view.prefix + key in view.tags:
            view.tags[key] = view.tags.pop(view.prefix + key)
    view.prefix = ""


def _is_device(view: TagView) -> bool:
    """Whether an object is a surveillance device, in use or out of it."""
    return bool(view.prefix) or DEVICE in words_of(view.tags.get(_MAN_MADE, ""))


def _what_else(view: TagView) -> str:
    """Say what an object is that is no surveillance device."""
    for prefix in _REMOVED_PREFIXES:
        if DEVICE in words_of(view.tags.get(prefix + _MAN_MADE, "")):
            return f"{prefix}{_MAN_MADE}={DEVICE} is no longer there"
    if "speed_camera" in words_of(view.tags.get("highway", "")):
        return "highway=speed_camera measures speed"
    return f"no {_MAN_MADE}={DEVICE}"


def _raised_flags(view: TagView) -> list[str]:
    """List the flags that say *out of use*."""
    return [flag for flag in _FLAGS if words_of(view.tags.get(flag, "")) == ["yes"]]


def _put_or_drop(view: TagView, key: str, text: str) -> None:
    """Set a tag, or remove it where nothing is left of it."""
    if text:
        view.tags[key] = text
    else:
        del view.tags[key]
