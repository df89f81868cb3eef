"""Blocks are computed here, in several processes, and on a cluster of which a worker dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command
from django.db import connection

from mapper.coverage.all_cells import all_cells, cells_with_cameras
from mapper.coverage.models import CountedCamera, CoverageCell, PlaceFigures, PlacePart
from mapper.operations.coverage_work import here, in_processes, on_cluster
from tests.factories.cameras import SEEN_ON
from tests.factories.towns import Town, all_figures, assert_same_figures
from tests.running_site import ROOT, free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reachable_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes that are started find the database of this test."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"spatialite:///{told['NAME']}"
    else:
        url = f"postgis://{told['USER']}@/{told['HOST']}/{told['NAME']}"
    monkeypatch.setenv("MAPPER_DATABASE_URL", url)


def blocks() -> list[list[int]]:
    return [[cell] for cell in sorted(all_cells() | set(cells_with_cameras()))]


def test_processes_compute_what_one_does(reachable_database: None) -> None:
    Town(np.random.default_rng(1)).build(10)
    expected = {rows[0].cell: rows[0].parts for rows in here(blocks(), SEEN_ON)}
    found = {rows[0].cell: rows[0].parts for rows in in_processes(2)(blocks(), SEEN_ON)}
    assert found.keys() == expected.keys()
    assert all(np.array_equal(found[cell], expected[cell]) for cell in expected)


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler on loopback, and its two workers."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = [
        *(sys.executable, "-m", "distributed.cli.dask_scheduler"),
        *("--host", "127.0.0.1", "--port", str(port), "--dashboard-address", "127.0.0.1:0"),
    ]
    worker = [
        *(sys.executable, "-m", "distributed.cli.dask_worker", address),
        *("--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard"),
        *("--local-directory", str(folder)),
    ]
    running = [_quietly(scheduler), _quietly(worker), _quietly(worker)]
    try:
        yield address, running[1:]
    finally:
        for process in running:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
            process.wait(timeout=20)


def _quietly(command: list[str]) -> subprocess.Popen[bytes]:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=nowhere, stderr=nowhere)


@pytest.mark.drills
def test_a_cluster_of_which_one_worker_is_killed_gives_the_same(
    reachable_database: None, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    Town(np.random.default_rng(1)).build(10)
    call_command("compute_coverage", "--workers", "1")
    expected = all_figures()
    for model in (CoverageCell, CountedCamera, PlacePart, PlaceFigures):
        model.objects.all().delete()
    with cluster(tmp_path) as (address, workers):
        spread = on_cluster(address)
        coming = spread(blocks(), SEEN_ON)
        done = [next(coming)]
        os.kill(workers[0].pid, signal.SIGKILL)
        done += list(coming)
        assert len(done) == len(blocks())
        call_command("compute_coverage", "--scheduler", address)
    assert_same_figures(all_figures(), expected)
