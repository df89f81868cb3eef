"""The command that runs beside the site."""

import os
import signal
import threading
import time

import pytest
from django.core.management import call_command
from django.db import OperationalError

from mapper.coverage.figures import figures_of
from mapper.operations.management.commands import follow_coverage
from mapper.settings import limits
from tests.factories.cameras import make_camera, make_event
from tests.factories.places import make_place, make_street

pytestmark = pytest.mark.django_db


def test_once_it_works_in_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    make_street()
    place = make_place()
    call_command("compute_coverage", "--workers", "1")
    make_event(make_camera())
    call_command("follow_coverage", "--once")
    assert "cells computed" in capsys.readouterr().out
    assert figures_of(place).cameras.total == 1


@pytest.mark.parametrize("reachable", [True, False])
def test_it_is_warm_before_the_first_change(
    monkeypatch: pytest.MonkeyPatch, *, reachable: bool
) -> None:
    make_street()
    call_command("compute_coverage", "--workers", "1")
    warmed = []

    def one(cells: list[int], _day: object) -> None:
        warmed.append(cells)
        if not reachable:
            raise OperationalError("gone away")

    monkeypatch.setattr(follow_coverage, "computed", one)
    monkeypatch.setattr(follow_coverage, "connection", _Connection())
    call_command("follow_coverage", "--parent", "1")
    assert len(warmed) == 1


def test_it_ends_when_its_parent_is_gone() -> None:
    call_command("follow_coverage", "--parent", "1")


def test_it_survives_a_lost_database_and_ends_when_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(limits, "FOLLOW_AGAIN_S", 0.01)
    monkeypatch.setattr(limits, "FOLLOW_EVERY_S", 0.01)
    calls = []

    def failing_once(**_: object) -> int:
        calls.append(time.monotonic())
        if len(calls) == 1:
            raise OperationalError("gone away")
        return 0

    monkeypatch.setattr(follow_coverage, "keep_up", failing_once)
    monkeypatch.setattr(follow_coverage, "connection", _Connection())
    ending = threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGTERM))
    ending.start()
    try:
        call_command("follow_coverage", "--parent", str(os.getppid()))
    finally:
        ending.cancel()
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert len(calls) > 1
    assert "trying again: gone away" in caplog.text


class _Connection:
    """A connection that was lost: that of the test must stay open."""

    def close(self) -> None:
        """Let go of it."""
