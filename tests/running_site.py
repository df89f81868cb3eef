"""A real site of its own: own folder, own database, served on a free loopback port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
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
def running_site(folder: Path, *commands: Sequence[str], **further: str) -> Iterator[str]:
    """The address of a site with its state in `folder`, its management `commands` run before.

    It is on SpatiaLite, unless `further` environment variables name another database.
    """
    variables = prepared_site(folder, *commands, **further)
    server = started(variables)
    try:
        yield address_of(variables)
    finally:
        server.terminate()
        server.wait(timeout=20)


def prepared_site(folder: Path, *commands: Sequence[str], **further: str) -> dict[str, str]:
    """The environment of a site whose tables are made, its `commands` run, its files collected."""
    own = {"PORT": str(free_port()), "MAPPER_WORKERS": "1"}
    variables = _variables(folder) | own | further
    for command in (["migrate"], *commands, ["collectstatic", "--no-input"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=variables,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return variables


def started(variables: Mapping[str, str], log: Path | None = None) -> subprocess.Popen[bytes]:
    """The application server, once it answers; what it says goes to `log` where one is named."""
    with log.open("ab") if log else nullcontext() as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mapper.operations.serving"],
            cwd=ROOT,
            env=dict(variables),
            stdout=output,
            stderr=output,
            start_new_session=True,  # so that it can be killed with all its workers
        )
    try:
        wait_until_healthy(f"{address_of(variables)}/healthz")
    except BaseException:
        kill(server)
        raise
    return server


def kill(server: subprocess.Popen[bytes]) -> None:
    """End a site as a power cut does: at once, with all its workers."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait(timeout=20)


def address_of(variables: Mapping[str, str]) -> str:
    """Where a site answers."""
    return f"http://127.0.0.1:{variables['PORT']}"


def run_command(folder: Path, *command: str) -> str:
    """What a management command of the site in `folder` prints."""
    arguments = [sys.executable, "manage.py", *command]
    ran = subprocess.run(
        arguments, cwd=ROOT, env=_variables(folder), check=True, capture_output=True, text=True
    )
    return ran.stdout


def _variables(folder: Path) -> dict[str, str]:
    """The environment, but for a site on SpatiaLite in `folder`."""
    own = {"MAPPER_VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "mapper.settings.site"}
    variables = os.environ | own
    variables.pop("MAPPER_DATABASE_URL", None)
    return variables


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
