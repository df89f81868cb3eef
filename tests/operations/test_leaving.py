"""A worker that leaves: accepts nothing more, says that it ends, and ends."""

import signal
import socket
import subprocess
import sys

from tests.running_site import ROOT

DEAF = """
import socket, sys
from mapper.operations.leaving import stop_accepting

stop_accepting()
listening = socket.socket(fileno=int(sys.argv[1]))
try:
    listening.accept()
except BlockingIOError:
    print("heard nothing")
"""

ASKED = """
import os, signal, sys, time
from mapper.operations.leaving import SIGNAL, Leaving

def site(environ, start_response):
    start_response("200 OK", [("Content-Length", "0")])
    return []

def told(status, headers):
    print(*sorted(name for name, _ in headers), flush=True)

worker = Leaving(site, after_s=0.3)
signal.signal(SIGNAL, worker.leave)
worker({}, told)
os.kill(os.getpid(), SIGNAL)
os.kill(os.getpid(), SIGNAL)
worker({}, told)
time.sleep(30)
"""


def test_who_is_deaf_accepts_nothing_and_another_process_does() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        caller = socket.create_connection(listening.getsockname())
        command = [sys.executable, "-c", DEAF, f"{listening.fileno()}"]
        heard = subprocess.run(
            command,
            cwd=ROOT,
            pass_fds=[listening.fileno()],
            stdout=subprocess.PIPE,
            text=True,
            timeout=60,
            check=True,
        )
        assert heard.stdout == "heard nothing\n"
        listening.settimeout(10)
        accepted, _ = listening.accept()
        accepted.close()
        caller.close()


def test_who_is_asked_to_leave_says_so_with_each_answer_and_then_ends() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ASKED],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=25,
        check=False,
    )
    assert ran.stdout.splitlines() == ["Content-Length", "Connection Content-Length"]
    assert ran.returncode == -signal.SIGTERM
