"""The index in a file: written whole or not at all, mapped into memory, shared by every process.

A file is a line of JSON that says what follows, then the arrays, each on a 64-byte border. What
was cut off, changed by a single bit, or written by other code or of another database is refused.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from isal.isal_zlib import crc32
from numpy.typing import NDArray

from mapper.cameras.changes import Position
from mapper.settings import limits
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.cells import FINEST_TILE
from mapper.tiles.index.details import GROUPS, Details
from mapper.tiles.index.points import Points
from mapper.tiles.index.scanning import Cells
from mapper.tiles.index.texts import Texts
from mapper.tiles.index.words import PARTS

_FORMAT = 2
"""Raised whenever what the arrays mean changes."""
_BORDER = 64
_CHECKSUM = 8
"""Bytes at the end of the file: the checksum (CRC-32) of all before them, as a text."""
_COLUMNS = ("codes", "ids", "words", "seen", "facings", "by_id")
_NAME, _UNFINISHED = "cameras.index", "cameras.unfinished"

Array = NDArray[Any]


class UnusableFileError(Exception):
    """There is no index in a file, or none to be trusted; the message says why."""


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """An index, how far in the log of changes it was read, and of which database it is."""

    index: CameraIndex
    position: Position
    database: str


def index_path(folder: Path) -> Path:
    """Where the file stands."""
    return folder / _NAME


def write_index(kept: KeptIndex, folder: Path) -> None:
    """Put a merged index into the folder's file in one step; raises `OSError`, the old one left.

    One process at a time: whoever calls holds the folder's lock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: np.ascontiguousarray(array) for name, array in _arrays(kept.index)}
    unfinished = folder / _UNFINISHED
    try:
        with unfinished.open("wb") as file:
            checksum = 0
            for part in _parts(_head(kept, arrays), arrays):
                file.write(part)
                checksum = crc32(part, checksum)
            file.write(b"%08x" % checksum)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(index_path(folder))
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def read_index(folder: Path, database: str) -> KeptIndex:
    """Map the folder's file into memory; raises `UnusableFileError` where it is none of ours."""
    path = index_path(folder)
    try:
        # Copied where written to, which nobody does: arrays of one sort, compiled for once.
        content = np.memmap(path, dtype=np.uint8, mode="c")
    except (OSError, ValueError) as error:
        raise UnusableFileError(f"{path.name} cannot be read ({error})") from error
    if content[-_CHECKSUM:].tobytes() != b"%08x" % crc32(content[:-_CHECKSUM].data):
        raise UnusableFileError(f"{path.name} is damaged: it is not as it was written")
    head, start = _head_of(content)
    if head.get("format") != _format():
        raise UnusableFileError(f"{path.name} was written by another version of Mapper")
    if head["database"] != database:
        raise UnusableFileError(f"{path.name} is of another database")
    arrays = dict(_arrays_in(content, head, start))
    position = Position(head["mark"], frozenset(head["seen"]))
    return KeptIndex(_index_of(arrays), position, database)


def _arrays(index: CameraIndex) -> Iterator[tuple[str, Array]]:
    points = index.base
    for name in _COLUMNS:
        yield name, getattr(points, name)
    yield "details", points.details.rows
    for name, texts in (
        ("text", points.texts),
        ("spelled", points.details.spelled),
        ("ref", points.details.refs),
    ):
        yield f"{name}_starts", texts.starts
        yield f"{name}_content", texts.content
    for zoom, cells in enumerate(index.levels):
        for name in ("numbers", "kinds", "faces", "sums"):
            yield f"{name}_{zoom}", getattr(cells, name)
    yield "home_codes", index.homes.codes
    yield "home_counts", index.homes.counts
    yield "home_cells", index.homes.cells


def _index_of(arrays: Mapping[str, Array]) -> CameraIndex:
    columns = {name: arrays[name] for name in _COLUMNS}
    texts, spelled, refs = (
        Texts(arrays[f"{name}_starts"], arrays[f"{name}_content"])
        for name in ("text", "spelled", "ref")
    )
    points = Points(texts=texts, details=Details(arrays["details"], spelled, refs), **columns)
    levels = [
        Cells(*(arrays[f"{name}_{zoom}"] for name in ("numbers", "kinds", "faces", "sums")))
        for zoom in range(FINEST_TILE + 1)
    ]
    homes = Homes(*(arrays[name] for name in ("home_codes", "home_counts", "home_cells")))
    return CameraIndex.of(points, homes, levels)


def _format() -> str:
    """What the arrays mean, in a text that changes with it."""
    words = {name: [str(word) for word in part.words] for name, part in PARTS.items()}
    details = [list(group.columns) for group in GROUPS]
    return f"{_FORMAT} {words} {details} {limits.HOME_CELL_ZOOM}"


def _head(kept: KeptIndex, arrays: Mapping[str, Array]) -> bytes:
    head = {
        "format": _format(),
        "database": kept.database,
        "mark": kept.position.mark,
        "seen": sorted(kept.position.seen),
        "arrays": [[name, array.dtype.str, array.shape] for name, array in arrays.items()],
    }
    return json.dumps(head).encode() + b"\n"


def _parts(head: bytes, arrays: Mapping[str, Array]) -> Iterator[Any]:
    """Everything that is written but the checksum."""
    yield head
    written = len(head)
    for array in arrays.values():
        yield b"\0" * (-written % _BORDER)
        yield array.data
        written += -written % _BORDER + array.nbytes


def _head_of(content: NDArray[np.uint8]) -> tuple[dict[str, Any], int]:
    """The first line, and where the arrays begin; what is no line of ours says nothing."""
    line, _, _ = content[: limits.INDEX_HEAD_BYTES].tobytes().partition(b"\n")
    try:
        head = json.loads(line)
    except ValueError:
        head = None
    return head if isinstance(head, dict) else {}, len(line) + 1


def _arrays_in(
    content: NDArray[np.uint8], head: Mapping[str, Any], start: int
) -> Iterator[tuple[str, Array]]:
    for name, dtype, shape in head["arrays"]:
        start += -start % _BORDER
        end = start + int(np.prod(shape)) * np.dtype(dtype).itemsize
        yield name, np.frombuffer(content[start:end], dtype=dtype).reshape(shape)
        start = end
