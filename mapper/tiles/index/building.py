"""Making the index and its file: by one process at a time, in the folder that all share."""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from mapper.cameras.changes import (
    Changes,
    changes_since,
    forget_changes,
    newest_position,
    require_as_far,
)
from mapper.settings import limits
from mapper.tiles.index.camera_index import CameraIndex, Homes
from mapper.tiles.index.database import database_identity
from mapper.tiles.index.files import KeptIndex, UnusableFileError, read_index, write_index
from mapper.tiles.index.reading import (
    camera_count,
    read_cameras,
    read_home_cells,
    read_points,
)

_log = logging.getLogger(__name__)


def index_folder() -> Path:
    """Where the file of the index is kept."""
    return Path(settings.VAR_DIR) / "index"


def read_all(using: str = DEFAULT_DB_ALIAS) -> KeptIndex:
    """Read every camera; what changes meanwhile is told again by the log."""
    position = newest_position(using)
    homes = Homes.of(read_home_cells(using=using))
    index = CameraIndex.of(read_points(using), homes)
    return KeptIndex(index, position, database_identity(using))


def brought_up(kept: KeptIndex, changes: Changes, using: str = DEFAULT_DB_ALIAS) -> KeptIndex:
    """An index after changes, each of which is read from the database as it is now."""
    index = kept.index
    if changes.cameras:
        index = index.with_changed(changes.cameras, read_cameras(changes.cameras, using))
    if changes.cells:
        index = index.with_homes(changes.cells, read_home_cells(changes.cells, using))
    return KeptIndex(index, changes.position, kept.database)


def are_few(using: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether each process can read the cameras for itself, and needs no file."""
    most = limits.INDEX_OWN_CAMERAS
    return camera_count(most + 1, using) <= most


def renew_index(at_least: int = 1) -> KeptIndex:
    """Bring the file up to what the database holds, by no more work than that takes.

    Where fewer cameras than `at_least` changed it is left as it is.
    """
    try:
        kept = usable_index()
    except UnusableFileError:
        return build_index()
    changes = changes_since(kept.position)
    if changes.many:
        return build_index()
    if len(changes.cameras) < at_least:
        return kept
    return build_index(brought_up(kept, changes))


def usable_index(using: str = DEFAULT_DB_ALIAS) -> KeptIndex:
    """What the file holds; raises `UnusableFileError` where that cannot be trusted.

    Raises `BehindError` where a standby is asked that has not come as far as the file.
    """
    kept = read_index(index_folder(), database_identity(using))
    if using != DEFAULT_DB_ALIAS:
        require_as_far(kept.position, using)
    elif newest_position().mark < kept.position.mark:
        raise UnusableFileError("the database was set back to before it was made")
    return kept


def build_index(merging: KeptIndex | None = None, using: str = DEFAULT_DB_ALIAS) -> KeptIndex:
    """Make the file anew, from the database or from an index whose changes are to be sorted in.

    Gives what the file now holds, mapped into memory. Where another process has just made one,
    that is taken. Where nothing can be written the index is made in this process's own memory,
    and the reason is logged.
    """
    folder = index_folder()
    kept = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder) as waited:
            if waited:
                try:
                    return read_index(folder, database_identity(using))
                except UnusableFileError:
                    pass
            kept = _made(merging, using)
            write_index(kept, folder)
            if using == DEFAULT_DB_ALIAS:
                forget_changes(kept.position)
            return read_index(folder, kept.database)
    except OSError as error:
        _log.warning("The index is kept in memory only, for its file cannot be written: %s", error)
        return kept or _made(merging, using)


def _made(merging: KeptIndex | None, using: str) -> KeptIndex:
    if merging is None:
        return read_all(using)
    return KeptIndex(merging.index.merged(), merging.position, merging.database)


@contextmanager
def _alone_in(folder: Path) -> Iterator[bool]:
    """Keep other builders out; gives whether one had to be waited for."""
    with (folder / "lock").open("w") as file:
        waited = False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = True
            fcntl.flock(file, fcntl.LOCK_EX)
        yield waited
