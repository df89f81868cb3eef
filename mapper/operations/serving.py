"""The application server: worker processes, their listening sockets, and the follower beside.

    python -m mapper.operations.serving

It listens on 127.0.0.1 at `PORT`, or on the Unix socket that `MAPPER_SOCKET` names. SIGHUP starts
the workers anew, one after the other, without a lost request; SIGTERM ends it all.
"""

import ctypes
import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from wsgiref.types import WSGIApplication

from granian._granian import ListenerSpec
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer, WorkerProcess

from mapper.contributors.memory.addresses import address_memory
from mapper.operations import leaving
from mapper.operations.beside import Beside
from mapper.operations.leaving import Leaving
from mapper.settings import limits

THREADS = limits.WORKING_AT_ONCE + limits.WAITING_AT_ONCE + limits.REFUSING_AT_ONCE
_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux."""
_GARBAGE = 20_000, 20, 20
LEAST_WORKERS = 2
"""So that one that is replaced, or busy with a large answer, leaves another."""


class KeptSockets(MPServer):
    """Granian with listening sockets that outlive the workers: one for each, or one Unix socket.

    The kernel deals connections evenly among them. In granian's own way a worker has its socket to
    itself, and who waits to be accepted by one that ends is lost with it.
    """

    def _init_shared_socket(self) -> None:
        if self.bind_uds:
            super()._init_shared_socket()  # type: ignore[no-untyped-call]
            return
        spec = ListenerSpec(self.bind_addr, self.bind_port, self.backlog)
        self._listening = [spec.build() for _ in range(self.workers)]
        self._ssp = self._sso = None

    def _spawn_worker(self, idx: int, *rest: Any, **named: Any) -> WorkerProcess:
        if not self.bind_uds:
            # granian names no type for what it sets later itself.
            self._shd = self._listening[idx]  # type: ignore[assignment]
        worker = super()._spawn_worker(idx, *rest, **named)
        ask = partial(_ask_to_leave, worker)
        # Where granian tells a worker to end, ours is asked to leave first.
        worker.terminate = ask  # type: ignore[method-assign]
        return worker


def _ask_to_leave(worker: WorkerProcess) -> None:
    worker.interrupt_by_parent = True  # so that it is not missed
    with suppress(ProcessLookupError):
        os.kill(worker.inner.pid, leaving.SIGNAL)


def workers() -> int:
    """As many as the machine lends us cores, unless `MAPPER_WORKERS` says otherwise."""
    given = os.environ.get("MAPPER_WORKERS")
    return int(given) if given else max(LEAST_WORKERS, len(os.sched_getaffinity(0)))


def address() -> str:
    """Where the site is, in words."""
    named = os.environ.get("MAPPER_SOCKET")
    return f"unix:{named}" if named else f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"


def free_socket() -> None:
    """Clear away the Unix socket of a server that was killed; exits where one still listens."""
    named = os.environ.get("MAPPER_SOCKET")
    if not named:
        return
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(named)
        except FileNotFoundError:
            return
        except ConnectionRefusedError:
            Path(named).unlink()
            return
    sys.exit(f"Another program listens at {named}.")


def end_with_parent(parent: int) -> None:
    """Have this process end when the one that started it is gone, however it went."""
    # Until it serves, nothing is to be finished; what it inherited only its parent can heed.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)
    # It may have gone before anybody was to tell of it.
    if os.getppid() != parent:
        sys.exit()


def load(server: int, _target: str) -> WSGIApplication:
    """The site, in the worker process of a server that serves it, as its code stands now."""
    end_with_parent(server)
    # Numbers that were changed since the server started are read anew.
    for name in [name for name in sys.modules if name.startswith("mapper.settings")]:
        del sys.modules[name]
    site = Leaving(import_module("mapper.wsgi").application, limits.LEAVES_WITHIN_S)
    signal.signal(leaving.SIGNAL, site.leave)
    from django.urls import get_resolver  # noqa: PLC0415  (only now is there a Django to ask)

    # Every page is imported before the first request is taken, not by it while others wait.
    _ = get_resolver().url_patterns
    # A request makes many objects, and hardly any in circles: garbage is looked for less often,
    # and never among what was there before the first.
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    return site


def make_server() -> KeptSockets:
    """The server as the environment describes it, not started."""
    named = os.environ.get("MAPPER_SOCKET")
    return KeptSockets(
        "mapper.wsgi:application",
        address="127.0.0.1",
        port=int(os.environ.get("PORT", "8000")),
        uds=Path(named) if named else None,
        # The proxy is another user of the same group.
        uds_permissions=0o660 if named else None,
        interface=Interfaces.WSGI,
        workers=workers(),
        blocking_threads=THREADS,
        backlog=limits.CONNECTIONS_WAITING,
        backpressure=limits.CONNECTIONS_AT_ONCE,
        # A line about a request nobody can read would name the address it came from.
        log_level=LogLevels.error,
        log_access=False,
        respawn_failed_workers=True,
        respawn_interval=limits.READY_WITHIN_S,
        workers_kill_timeout=limits.FINISH_WITHIN_S,
    )


def main() -> None:
    """Serve until told to end."""
    free_socket()
    # Made before the workers are forked, so that they and all that follow them share one.
    address_memory()
    server = make_server()
    # One process keeps coverage right: of a site on several machines, on one.
    command = [sys.executable, "manage.py", "follow_coverage", "--parent", f"{os.getpid()}"]
    follower = Beside(command)
    if os.environ.get("MAPPER_FOLLOW") == "1":
        server.on_startup(follower.start)
    server.on_startup(
        partial(print, f"Mapper is running at {address()}  (Ctrl+C ends it)", flush=True)
    )
    server.on_shutdown(follower.end)
    server.serve(target_loader=partial(load, os.getpid()))


if __name__ == "__main__":
    main()
