"""The application server, running: nothing is lost on a reload, nor on the way down."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import pytest

from mapper.operations import serving
from mapper.settings import limits
from tests.running_site import ROOT, kill, prepared_site, started

HEALTHY = "/healthz"
SLOW_PARTS, SLOW_S = 44, 2 * limits.READY_WITHIN_S + 6


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return prepared_site(tmp_path_factory.mktemp("site"), MAPPER_WORKERS="2")


@pytest.fixture(scope="module")
def site(variables: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A running site with two workers, which the last test that needs it ends."""
    server = started(variables)
    yield server
    if server.poll() is None:
        kill(server)


def workers_of(server: subprocess.Popen[bytes]) -> set[str]:
    """The numbers of its worker processes."""
    return set(Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split())


def ask(port: int) -> int:
    """The status of one answer, on a connection of its own."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request("GET", HEALTHY)
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()


def keep_asking(port: int, done: threading.Event) -> Iterator[int | str]:
    """The status of one answer after the other, on a connection kept as long as the site keeps it.

    One that fails is told in words.
    """
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while not done.is_set():
        try:
            # Connects anew where the last answer said that the connection ended with it.
            line.request("GET", HEALTHY)
            answer = line.getresponse()
            answer.read()
            yield answer.status
        except (OSError, http.client.HTTPException) as error:
            line.close()
            yield repr(error)
    line.close()


def send_slowly(port: int) -> bytes:
    """What a report is answered that needs as long to arrive as all workers to be replaced."""
    head = "POST /api/sightings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=40) as line:
        line.sendall(f"{head}Content-Length: {SLOW_PARTS}\r\n\r\n".encode())
        for _ in range(SLOW_PARTS):
            line.sendall(b" ")
            time.sleep(SLOW_S / SLOW_PARTS)
        return line.recv(12)


def test_a_reload_replaces_every_worker_and_loses_no_request(
    variables: dict[str, str], site: subprocess.Popen[bytes]
) -> None:
    statuses: list[int | str] = []
    done = threading.Event()
    port = int(variables["PORT"])

    def ask_anew() -> None:
        while not done.is_set():
            try:
                statuses.append(ask(port))
            except (OSError, http.client.HTTPException) as error:
                statuses.append(repr(error))

    slow: list[bytes] = []
    senders = [threading.Thread(target=lambda: slow.append(send_slowly(port))) for _ in range(6)]
    before = workers_of(site)
    readers = [threading.Thread(target=ask_anew) for _ in range(4)]
    readers += [
        threading.Thread(target=lambda: statuses.extend(keep_asking(port, done))) for _ in range(4)
    ]
    for thread in (*senders, *readers):
        thread.start()
    # Each is with a worker by now, its report half sent.
    time.sleep(1)
    site.send_signal(signal.SIGHUP)
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and (
        workers_of(site) & before or len(workers_of(site)) != len(before)
    ):
        time.sleep(0.2)
    time.sleep(1)
    done.set()
    for thread in (*senders, *readers):
        thread.join()
    assert not workers_of(site) & before
    assert len(statuses) > 10
    assert set(statuses) == {200}
    # Blanks are no report; what matters is that each is told so.
    assert slow == [b"HTTP/1.1 400"] * len(senders)


def test_a_worker_that_dies_is_replaced(
    variables: dict[str, str], site: subprocess.Popen[bytes]
) -> None:
    killed = min(workers_of(site))
    os.kill(int(killed), signal.SIGKILL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(workers_of(site) - {killed}) < 2:
        time.sleep(0.1)
    assert len(workers_of(site) - {killed}) == 2
    assert ask(int(variables["PORT"])) == 200


def send(port: int, number: int) -> int:
    """The status of one sighting without a key, far from all others, on a connection of its own."""
    sighting = {
        "location": {"type": "Point", "coordinates": [24.0 + number / 100, 60.0]},
        "verdict": "present",
        "observed_on": f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}",
        "claims": {"camera:type": {"value": "dome", "basis": "saw"}},
    }
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Content-Type": "application/json", "Idempotency-Key": f"key-{number}"}
        line.request("POST", "/api/sightings", json.dumps(sighting), headers)
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()


def test_an_address_has_one_allowance_however_many_workers_there_are(
    variables: dict[str, str], site: subprocess.Popen[bytes]
) -> None:
    asked = 3 * limits.ALLOWANCE_KEYLESS
    answers = Counter(send(int(variables["PORT"]), number) for number in range(asked))
    taken = limits.ALLOWANCE_KEYLESS
    assert answers == {HTTPStatus.CREATED: taken, HTTPStatus.TOO_MANY_REQUESTS: asked - taken}


def test_it_ends_when_it_is_told_to(site: subprocess.Popen[bytes]) -> None:
    site.terminate()
    assert site.wait(timeout=40) == 0


def test_workers_end_when_the_server_is_killed(variables: dict[str, str]) -> None:
    server = started(variables)
    workers = workers_of(server)
    server.kill()
    server.wait(timeout=20)
    deadline = time.monotonic() + 40
    while left := {worker for worker in workers if Path(f"/proc/{worker}").exists()}:
        assert time.monotonic() < deadline, left
        time.sleep(0.1)


FORKING = """
import os, signal, time
from mapper.operations.serving import end_with_parent

signal.signal(signal.SIGTERM, lambda *_: None)
server = os.getpid()
if not os.fork():
    end_with_parent(server)
    print(os.getpid(), flush=True)
time.sleep(60)
"""


def test_a_worker_ends_with_its_server_also_before_it_serves() -> None:
    command = [sys.executable, "-c", FORKING]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        worker = Path(f"/proc/{int(server.stdout.readline())}")
        server.kill()
    deadline = time.monotonic() + 20
    while worker.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_socket_of_a_server_that_was_killed_is_cleared_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    named = tmp_path / "mapper.sock"
    monkeypatch.setenv("MAPPER_SOCKET", f"{named}")
    serving.free_socket()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{named}")
        listening.listen()
        with pytest.raises(SystemExit, match="Another program listens"):
            serving.free_socket()
    serving.free_socket()
    assert not named.exists()


def test_there_are_as_many_workers_as_cores_and_two_at_least(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("MAPPER_WORKERS", raising=False)
    for cores, expected in ((1, 2), (2, 2), (16, 16)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: set(range(cores)))
        assert serving.workers() == expected
    monkeypatch.setenv("MAPPER_WORKERS", "3")
    assert serving.workers() == 3


def test_it_listens_where_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MAPPER_SOCKET", raising=False)
    monkeypatch.setenv("PORT", "8123")
    assert serving.address() == "http://127.0.0.1:8123"
    assert serving.make_server().bind_port == 8123
    monkeypatch.setenv("MAPPER_SOCKET", f"{tmp_path}/mapper.sock")
    assert serving.address() == f"unix:{tmp_path}/mapper.sock"
    assert serving.make_server().bind_uds == tmp_path / "mapper.sock"


def test_nothing_of_a_visitor_is_written_down() -> None:
    server = serving.make_server()
    assert not server.log_access
    assert server.log_level == "error"


def test_production_refuses_settings_that_are_not_fit_for_the_public(tmp_path: Path) -> None:
    command = [ROOT / "script/server", "--production"]
    variables = os.environ | {"MAPPER_VAR_DIR": str(tmp_path), "PORT": "8974"}
    variables.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    ran = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "not fit for the public" in ran.stderr
