"""A real site of its own: own folder, own database, served by gunicorn on a free loopback port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
START_SECONDS = 60
# For Debian's Chromium, which must start as root and without asking anybody anything.
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def running_site(folder: Path, *commands: Sequence[str]) -> Iterator[str]:
    """The address of a site on SpatiaLite in `folder`, its management `commands` run before."""
    port = free_port()
    variables = {
        **os.environ,
        "PORT": str(port),
        "MAPPER_WORKERS": "1",
        "MAPPER_VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "mapper.settings.site",
    }
    variables.pop("MAPPER_DATABASE_URL", None)
    for command in (["migrate"], *commands, ["collectstatic", "--no-input"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=variables,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "script/gunicorn.conf.py"]
    server = subprocess.Popen([*gunicorn, "mapper.wsgi"], cwd=ROOT, env=variables)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(address: str) -> None:
    """Return when the site answers; raises `TimeoutError` when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError), urlopen(address) as answer:  # noqa: S310  (our own loopback site)
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer within {START_SECONDS} s")
