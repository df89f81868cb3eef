"""A long import, or the database under it, is killed: whole batches stay.

The next run does the rest. What stayed, and nothing else, is in the index that is made afterwards.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from tests.factories.tables import write_csv
from tests.faults.inside import inside
from tests.repository.tree import ROOT
from tests.running_database import Cluster, running_database
from tests.running_site import prepared_site

pytestmark = pytest.mark.drills

ROWS = 60_000
BATCH = 5_000
KILLED_AT = (1, 20_000, 40_000)
"""Each run is killed when so many cameras are stored, at another instant of a batch."""
TOLD = ("--source=city", "--ref-field=id", "--date=2026-05-01")
RUN = f"""
from mapper.settings import limits
limits.BULK_ROWS = {BATCH}
import manage
manage.main()
"""


@pytest.fixture
def cluster() -> Iterator[Cluster | None]:
    """The PostGIS cluster of this test, where it runs on one."""
    with ExitStack() as stack:
        on_postgis = connection.vendor != "sqlite"
        yield stack.enter_context(running_database()) if on_postgis else None


@pytest.fixture
def variables(tmp_path: Path, cluster: Cluster | None) -> dict[str, str]:
    """The environment of a site that has no cameras yet."""
    named = {"MAPPER_DATABASE_URL": cluster.url} if cluster else {}
    return prepared_site(tmp_path, **named)


def kill(victim: str, running: subprocess.Popen[bytes], cluster: Cluster | None) -> None:
    """Kill the import, or the database: then the import ends by itself, and says it failed."""
    if victim == "import" or cluster is None:
        running.kill()
        running.wait()
        return
    cluster.kill()
    assert running.wait(timeout=60) != 0
    cluster.start()


@pytest.mark.parametrize("victim", ["import", "database"])
def test_nothing_stored_is_lost_or_doubled_and_every_index_comes_back(
    victim: str, tmp_path: Path, variables: dict[str, str], cluster: Cluster | None
) -> None:
    if victim == "database" and cluster is None:
        pytest.skip("the database is no process of its own")
    listed = ((number, 24.9 + number / 1_000_000, 60.1) for number in range(ROWS))
    path = write_csv(tmp_path, ("id", "lon", "lat"), *listed)
    command = [sys.executable, "-c", RUN, "import_cameras", str(path), *TOLD]
    with inside(variables) as site:
        for number, wanted in enumerate(KILLED_AT):
            running = subprocess.Popen(command, cwd=ROOT, env=variables)
            while (before := site.tell("counted"))[0] < wanted:
                assert running.poll() is None
                time.sleep(0.01)
            time.sleep(number * 0.03)
            assert running.poll() is None
            kill(victim, running, cluster)
            cameras, records, _ = site.tell("counted")
            assert cameras == records >= before[0]
            assert cameras % BATCH == 0
            site.tell("renew")
            assert site.tell("state") == "same"
        subprocess.run(command, cwd=ROOT, env=variables, check=True)
        assert site.tell("counted") == [ROWS, ROWS, 0]
        site.tell("renew")
        assert site.tell("state") == "same"
