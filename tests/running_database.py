"""A PostGIS cluster of a test's own, which it may kill and start again."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
# Reachable by a socket in its own folder and on no port; it writes to the disk as a real one does.
_SETTINGS = "listen_addresses = ''\nunix_socket_directories = '{folder}'\nlog_statement = 'none'\n"


class Cluster:
    """A cluster in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def url(self) -> str:
        """Its database, as `MAPPER_DATABASE_URL` names it."""
        return f"postgis://postgres@/{self.folder}/mapper"

    def make(self, further: str = "") -> None:
        """Make the cluster and its database, and leave it running."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", str(self.folder), "-U", "postgres", "-A", "trust", "-E", "UTF8")
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.write(_SETTINGS.format(folder=self.folder) + further)
        self.start()
        self._run("createdb", "-h", str(self.folder), "-U", "postgres", "mapper")

    def follow(self, command: Sequence[str]) -> None:
        """Become the standby that `command` copies into its folder, and leave it running."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.folder.chmod(0o700)
        self._run(*command)
        # The socket stands in the same folder here, and its lock was copied along.
        (self.folder / ".s.PGSQL.5432.lock").unlink(missing_ok=True)
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.write(_SETTINGS.format(folder=self.folder))
        self.start()

    def promote(self, command: Sequence[str]) -> None:
        """Make a standby the primary, by `command`."""
        self._run(*command)

    def ask(self, statement: str) -> str:
        """What a statement answers, as text."""
        asked = ("psql", "-h", str(self.folder), "-U", "postgres", "-d", "mapper", "-Atc")
        return self._run(*asked, statement).strip()

    def start(self) -> None:
        """Start it, also after it was killed; it has recovered when this returns."""
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder), "-l", log, "-w", "start")

    def kill(self) -> None:
        """End it as a power cut does: at once, and all its processes with it."""
        postmaster = int((self.folder / "postmaster.pid").read_text().split()[0])
        family = [postmaster, *_children(postmaster)]
        for pid in family:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        # It starts again only when nobody uses its shared memory any more.
        for pid in family:
            _wait_until_gone(pid)
        # Where nobody reaps what was killed, the files below still seem to belong to somebody.
        for left in ("postmaster.pid", ".s.PGSQL.5432.lock", ".s.PGSQL.5432"):
            (self.folder / left).unlink(missing_ok=True)

    def dump(self) -> str:
        """Everything in its database, as text."""
        return self._run("pg_dump", "-h", str(self.folder), "-U", "postgres", "mapper")

    def remove(self) -> None:
        """Stop it and remove its folder."""
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", str(self.folder), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)

    def _run(self, binary: str, *arguments: str) -> str:
        # PostgreSQL refuses to run as root.
        become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*become, str(_BINARIES[-1] / binary), *arguments]
        # What `pg_ctl start` leaves running keeps a pipe open: only what ends is read from.
        said = subprocess.DEVNULL if binary == "pg_ctl" else subprocess.PIPE
        done = subprocess.run(
            command, cwd=self.folder, check=True, stdout=said, stderr=subprocess.DEVNULL, text=True
        )
        return done.stdout or ""


@contextmanager
def running_database(settings: str = "") -> Iterator[Cluster]:
    """A new cluster, running, with further lines of `postgresql.conf`; removed in the end."""
    cluster = Cluster(Path(tempfile.mkdtemp(prefix="mapper-cluster.")))
    try:
        cluster.make(settings)
        yield cluster
    finally:
        cluster.remove()


@contextmanager
def running_standby(primary: Cluster, command: Sequence[str]) -> Iterator[Cluster]:
    """A standby of a running cluster, copied by `command` with `FOLDER` and `PRIMARY` replaced."""
    standby = Cluster(Path(tempfile.mkdtemp(prefix="mapper-standby.")))
    named = {"FOLDER": str(standby.folder), "PRIMARY": str(primary.folder)}
    try:
        standby.follow([named.get(word, word) for word in command])
        yield standby
    finally:
        standby.remove()


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(pid) for pid in listed.split()]


def _wait_until_gone(pid: int) -> None:
    with suppress(ProcessLookupError):
        descriptor = os.pidfd_open(pid)
        select([descriptor], [], [], 20)
        os.close(descriptor)
