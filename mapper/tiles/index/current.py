"""The index as it is now: each process has one, and asks the log of changes before it answers.

A small site's cameras are read by each process for itself. Those of a city are sorted once, by
whoever comes first, into a file that all processes map into memory; what has changed since lies
beside it in each process until somebody sorts it in.

While the primary is away, the log of a standby is read that has come as far as this process. Where
there is none nothing is shown: who knows what was hidden since?
"""

import logging
from dataclasses import dataclass
from threading import Condition, RLock, Thread
from time import monotonic

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections

from mapper.cameras.changes import BehindError, Position, changes_since, require_as_far
from mapper.replicas.standbys import databases_to_ask, standbys
from mapper.settings import limits
from mapper.tiles.index.building import (
    are_few,
    brought_up,
    build_index,
    index_folder,
    read_all,
    usable_index,
)
from mapper.tiles.index.camera_index import CameraIndex
from mapper.tiles.index.files import KeptIndex, UnusableFileError, index_path

_log = logging.getLogger(__name__)


class IndexBeingBuiltError(Exception):
    """There is no index yet, or nobody can say whether it still holds: come again."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An index in which is all that had changed when it was asked for."""

    index: CameraIndex
    position: Position
    asked: float

    def is_of_last(self, seconds: float) -> bool:
        """Whether it is no longer ago than that."""
        return monotonic() - self.asked < seconds


class CurrentIndex:
    """The index of one process, brought up to what the database holds."""

    def __init__(self, grace_s: float = limits.INDEX_GRACE_S) -> None:
        self._grace_s = grace_s
        self._lock = RLock()
        self._ready = Condition(self._lock)
        self._kept: KeptIndex | None = None
        # Replaced in one step when all that changed is in it: what was just taken from a file is of
        # an earlier day, and would show what was hidden since.
        self._known: _Known | None = None
        self._file: tuple[int, int] | None = None
        self._is_own = False
        self._many = False
        self._outgrown_since: float | None = None
        self._builder: Thread | None = None

    def get(self) -> CameraIndex:
        """The index, seldom later than `limits.INDEX_CHECK_S` and never than `limits.INDEX_LATE_S`.

        Raises `IndexBeingBuiltError` where there is none that is known to be as new as that.
        """
        known = self._known
        if known is not None and known.is_of_last(limits.INDEX_CHECK_S):
            return known.index
        # One asks what changed; meanwhile the others answer from what was known a moment ago.
        is_late = known is None or not known.is_of_last(limits.INDEX_LATE_S)
        if not self._lock.acquire(timeout=limits.INDEX_ASKED_S if is_late else 0):
            if known is None or is_late:
                raise IndexBeingBuiltError
            return known.index
        try:
            return self._newest()
        finally:
            self._lock.release()

    def _newest(self) -> CameraIndex:
        """What somebody found out while we waited, or what we find out now."""
        if self._known is None or not self._known.is_of_last(limits.INDEX_CHECK_S):
            self._known = self._checked_index()
        return self._known.index

    def _checked_index(self) -> _Known:
        """What the first database tells that answers and is not behind."""
        for alias in databases_to_ask():
            began = monotonic()
            try:
                kept = self._brought_up_by(alias)
                return _Known(kept.index, kept.position, began)
            except (DatabaseError, InterfaceError):
                standbys().leave_alone(alias)
            except BehindError:
                continue
        # What was hidden since is not known: better no answer than one that shows it.
        raise IndexBeingBuiltError

    def _brought_up_by(self, alias: str) -> KeptIndex:
        if alias != DEFAULT_DB_ALIAS and self._known is not None:
            require_as_far(self._known.position, alias)
        self._take_newer_file(alias)
        if self._kept is None:
            self._begin(alias)
        if self._kept is None:
            raise IndexBeingBuiltError
        self._follow(self._kept, alias)
        return self._kept

    def _take_newer_file(self, alias: str) -> None:
        """Map the file where there is another than we know of, and it can be trusted."""
        try:
            found = index_path(index_folder()).stat()
        except OSError:
            return
        if self._file == (found.st_ino, found.st_mtime_ns):
            return
        try:
            self._take(usable_index(alias))
        except UnusableFileError as error:
            self._refuse(error, is_in_use=self._file is not None and self._file[0] == found.st_ino)
        self._file = found.st_ino, found.st_mtime_ns

    def _refuse(self, error: UnusableFileError, *, is_in_use: bool) -> None:
        """Begin anew without a file, and where it is the one in use without what it held.

        Another file than that takes nothing away: what was mapped before it came is as it was.
        """
        if is_in_use:
            self._kept = self._known = None
        what = "is made anew" if self._kept is None else "goes on, a new file is not taken"
        _log.warning("The index %s: %s.", what, error)

    def _take(self, kept: KeptIndex) -> None:
        self._kept, self._many, self._outgrown_since = kept, False, None

    def _begin(self, alias: str) -> None:
        """Come by an index where there is none: at once, or while a reader waits a little."""
        if are_few(alias):
            self._is_own = True
            self._take(read_all(alias))
            return
        self._build(None, alias)
        self._ready.wait_for(lambda: self._kept is not None, timeout=limits.INDEX_WAIT_S)

    def _follow(self, kept: KeptIndex, alias: str) -> None:
        """Work in what changed since we last asked, and have it sorted in where it is much."""
        if alias != DEFAULT_DB_ALIAS:
            require_as_far(kept.position, alias)
        changes = changes_since(kept.position, alias)
        if changes.position != kept.position:
            self._kept = kept = brought_up(kept, changes, alias)
            self._many |= changes.many
        if not self._many and kept.index.changed <= limits.INDEX_CHANGES:
            return
        if self._is_own and are_few(alias):
            self._take(read_all(alias))
        elif self._outgrown_since is None:
            self._outgrown_since = monotonic()
        if self._outgrown_since and monotonic() - self._outgrown_since >= self._grace_s:
            self._build(None if self._many else kept, alias)

    def _build(self, merging: KeptIndex | None, alias: str) -> None:
        """Make the file beside the requests that go on, in one thread at a time."""
        if self._builder is not None and self._builder.is_alive():
            return
        self._builder = Thread(target=self._built, args=[merging, alias], name="index", daemon=True)
        self._builder.start()

    def _built(self, merging: KeptIndex | None, alias: str) -> None:
        try:
            kept = build_index(merging, alias)
            with self._ready:
                self._is_own = False
                self._take(kept)
                self._ready.notify_all()
        finally:
            connections.close_all()


_current = CurrentIndex()


def current_index() -> CameraIndex:
    """The index of this process; raises `IndexBeingBuiltError` while there is none."""
    return _current.get()


def forget_index() -> None:
    """Begin anew, as a process does that has just started."""
    global _current  # noqa: PLW0603  (one for each process, like the connections it asks)
    _current = CurrentIndex()
