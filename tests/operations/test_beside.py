"""A process beside the site is started, started again when it dies, and ended."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mapper.operations.beside import Beside
from mapper.settings import limits

WRITES = "import sys,time; open(sys.argv[1],'a').write('x'); time.sleep(float(sys.argv[2]))"


def wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def lines(path: Path) -> int:
    return len(path.read_text()) if path.exists() else 0


def test_it_is_started_again_when_it_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FOLLOW_AGAIN_S", 0.01)
    beside = Beside([sys.executable, "-c", WRITES, str(tmp_path / "out"), "0"])
    beside.start()
    wait_for(lambda: lines(tmp_path / "out") >= 2)
    beside.end()
    beside.join(timeout=20)
    assert not beside.is_alive()


def test_ended_it_ends_the_process_and_starts_no_other(tmp_path: Path) -> None:
    beside = Beside([sys.executable, "-c", WRITES, str(tmp_path / "out"), "60"])
    beside.start()
    wait_for(lambda: lines(tmp_path / "out") == 1)
    beside.end()
    beside.join(timeout=20)
    assert not beside.is_alive()
    assert beside.process.returncode != 0


def test_what_was_never_started_can_be_ended() -> None:
    Beside(["never"]).end()
