"""Telling by its content, whatever its name, which of the formats we read a file is in."""

import bz2
import gzip
import zlib
from enum import Enum
from pathlib import Path

from mapper.exchange.sources.notes import RefusedFileError
from mapper.settings import limits

_HEAD_BYTES = 4096
_PBF_HEADER_TYPE = b"OSMHeader"


class Format(Enum):
    """A format we read; the value is pyosmium's name for it, where pyosmium reads it."""

    PBF = "pbf"
    XML = "osm"
    XML_GZ = "osm.gz"
    XML_BZ2 = "osm.bz2"
    JSON = ""
    JSON_GZ = "gz"
    JSON_BZ2 = "bz2"

    @property
    def is_json(self) -> bool:
        """Whether the file holds JSON, packed or not."""
        return self in {Format.JSON, Format.JSON_GZ, Format.JSON_BZ2}


_XML = {"": Format.XML, "gz": Format.XML_GZ, "bz2": Format.XML_BZ2}
_JSON = {"": Format.JSON, "gz": Format.JSON_GZ, "bz2": Format.JSON_BZ2}


def format_of(path: Path, *, any_size: bool = False) -> Format:
    """The format of a file; raises `RefusedFileError` where it is none we read."""
    _check_size(path, any_size=any_size)
    packing, head = _unpacked_head(path)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not packing and _PBF_HEADER_TYPE in head[:32]:
        return Format.PBF
    if text.startswith(b"<") and b"<osmChange" in text:
        raise RefusedFileError(
            f"{path.name} holds changes between two days (osmChange), not an extract."
        )
    if text.startswith(b"<") and b"<osm" in text:
        return _XML[packing]
    if text.startswith((b"{", b"[")):
        return _JSON[packing]
    raise RefusedFileError(
        f"{path.name} is not OpenStreetMap data:"
        " .osm, .osm.pbf, Overpass JSON and GeoJSON are read."
    )


def _check_size(path: Path, *, any_size: bool) -> None:
    if not path.is_file():
        raise RefusedFileError(f"{path} is not a file.")
    size = path.stat().st_size
    if size == 0:
        raise RefusedFileError(f"{path.name} is empty.")
    if size > limits.IMPORT_MAX_BYTES and not any_size:
        raise RefusedFileError(
            f"{path.name} has {size:,} bytes, more than the {limits.IMPORT_MAX_BYTES:,} that are"
            " read without --any-size."
        )


def _unpacked_head(path: Path) -> tuple[str, bytes]:
    """How a file is packed (`gz`, `bz2` or not at all), and its first bytes unpacked."""
    try:
        with path.open("rb") as raw:
            head = raw.read(_HEAD_BYTES)
        if head.startswith(b"\x1f\x8b"):
            with gzip.open(path) as unpacked:
                return "gz", unpacked.read(_HEAD_BYTES)
        if head.startswith(b"BZh"):
            with bz2.open(path) as unpacked:
                return "bz2", unpacked.read(_HEAD_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise RefusedFileError(f"{path.name} cannot be read: {error}.") from error
    return "", head
