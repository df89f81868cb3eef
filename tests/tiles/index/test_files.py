"""The index in a file: what is read is what was written, and what was spoilt is refused."""

import os
from pathlib import Path
from zlib import crc32

import pytest

from mapper.cameras.changes import Position
from mapper.tiles.index import files
from mapper.tiles.index.files import (
    KeptIndex,
    UnusableFileError,
    index_path,
    read_index,
    write_index,
)
from tests.tiles.index.made import a_camera, index_of

CAMERAS = [a_camera(number, 24.9 + number / 1000, 60.1) for number in range(50)]
KEPT = KeptIndex(index_of(CAMERAS), Position(7, frozenset({9})), "here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_index(KEPT, tmp_path / "index")
    return tmp_path / "index"


def test_what_is_read_is_what_was_written(folder: Path) -> None:
    read = read_index(folder, "here")
    assert read.position == KEPT.position
    for name in ("codes", "ids", "words", "seen", "facings", "by_id"):
        assert getattr(read.index.base, name).tolist() == getattr(KEPT.index.base, name).tolist()
    assert [read.index.base.texts[number] for number in range(3)] == [b"", b"90", b"45/60;120.5"]
    for ours, theirs in zip(read.index.levels, KEPT.index.levels, strict=True):
        assert all((one == other).all() for one, other in zip(ours, theirs, strict=True))
    assert [path.name for path in folder.iterdir()] == [index_path(folder).name]


def test_another_database_s_is_refused(folder: Path) -> None:
    with pytest.raises(UnusableFileError, match="another database"):
        read_index(folder, "elsewhere")


def test_another_version_s_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_FORMAT", 0)
    with pytest.raises(UnusableFileError, match="another version"):
        read_index(folder, "here")


def test_no_file_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match="cannot be read"):
        read_index(tmp_path, "here")


def test_no_single_bit_may_change(folder: Path) -> None:
    path = index_path(folder)
    whole = path.read_bytes()
    for place in range(0, len(whole), 97):
        spoilt = bytearray(whole)
        spoilt[place] ^= 4
        path.write_bytes(spoilt)
        with pytest.raises(UnusableFileError):
            read_index(folder, "here")


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.99, 0.9999])
def test_a_file_that_was_cut_off_is_refused(folder: Path, share: float) -> None:
    path = index_path(folder)
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(UnusableFileError):
        read_index(folder, "here")


@pytest.mark.parametrize(
    "line", [b"", b"\n", b"no JSON\n", b"[]\n", b'{"format": 1, "arrays": 2}\n']
)
def test_what_has_a_checksum_and_is_no_index_is_refused(folder: Path, line: bytes) -> None:
    index_path(folder).write_bytes(line + b"%08x" % crc32(line))
    with pytest.raises(UnusableFileError, match="another version"):
        read_index(folder, "here")


def test_a_full_disk_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_index(KeptIndex(index_of([]), Position(), "here"), folder)
    assert len(read_index(folder, "here").index.base) == len(CAMERAS)
    assert [path.name for path in folder.iterdir()] == [index_path(folder).name]
