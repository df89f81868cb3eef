"""How gunicorn serves Mapper when `script/server` starts it."""

import gc
import os
import sys
from pathlib import Path

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from mapper.contributors.memory.addresses import address_memory
from mapper.operations.beside import Beside

bind = f"127.0.0.1:{os.environ['PORT']}"
workers = int(os.environ.get("MAPPER_WORKERS", "2"))
# Threads, so that a slow reader of one answer does not hold up everybody else's tiles.
worker_class = "gthread"
threads = 4
timeout = 60
# A warning about a request nobody can read would name the address it came from, and quote it.
loglevel = "error"
# Workers prove they live by touching a file: in memory, where a busy disk cannot delay it.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

# One process beside the workers keeps coverage right: of a site on several machines, on one.
follower = Beside([sys.executable, "manage.py", "follow_coverage", "--parent", str(os.getpid())])


def on_starting(server: Arbiter) -> None:  # noqa: ARG001
    """Make the memory of addresses before the workers are forked, so that they share one."""
    address_memory()


def post_fork(server: Arbiter, worker: Worker) -> None:  # noqa: ARG001
    """Look for garbage less often: a request makes many objects, and hardly any in circles."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def when_ready(server: Arbiter) -> None:  # noqa: ARG001
    """Say where the site is, once it accepts connections, and start what runs beside."""
    if os.environ.get("MAPPER_FOLLOW") == "1":
        follower.start()
    print(f"Mapper is running at http://{bind}  (Ctrl+C ends it)", flush=True)


def on_exit(server: Arbiter) -> None:  # noqa: ARG001
    """End what runs beside."""
    follower.end()
