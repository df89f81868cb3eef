"""A long import is killed in the middle: whole batches stay, and the next run does the rest."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from tests.factories.tables import write_csv
from tests.repository.tree import ROOT
from tests.running_database import running_database
from tests.running_site import prepared_site

pytestmark = pytest.mark.drills

ROWS = 60_000
BATCH = 5_000
TOLD = ("--source=city", "--ref-field=id", "--date=2026-05-01")
RUN = f"""
from mapper.settings import limits
limits.BULK_ROWS = {BATCH}
import manage
manage.main()
"""
COUNTED = """
from mapper.cameras.models import Camera, Event, Loosened, SourceRecord
print(*(model.objects.count() for model in (Camera, SourceRecord, Event, Loosened)))
"""


@pytest.fixture
def variables(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a site that has no cameras yet."""
    with ExitStack() as stack:
        on_postgis = connection.vendor != "sqlite"
        cluster = stack.enter_context(running_database()) if on_postgis else None
        named = {"MAPPER_DATABASE_URL": cluster.url} if cluster else {}
        yield prepared_site(tmp_path, **named)


def counted(variables: dict[str, str]) -> list[int]:
    """Cameras, records and events, and what is off that will be brought back."""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", COUNTED]
    said = subprocess.check_output(command, cwd=ROOT, env=variables, text=True)
    return [int(word) for word in said.split()[-4:]]


def test_nothing_stored_is_lost_or_doubled_and_every_index_comes_back(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    listed = ((number, 24.9 + number / 1_000_000, 60.1) for number in range(ROWS))
    path = write_csv(tmp_path, ("id", "lon", "lat"), *listed)
    command = [sys.executable, "-c", RUN, "import_cameras", str(path), *TOLD]
    running = subprocess.Popen(command, cwd=ROOT, env=variables)
    while not (before := counted(variables))[0]:
        assert running.poll() is None
        time.sleep(0.01)
    running.kill()
    running.wait()
    cameras, records, events, _ = counted(variables)
    assert cameras == records == events >= before[0]
    assert cameras % BATCH == 0
    subprocess.run(command, cwd=ROOT, env=variables, check=True)
    assert counted(variables) == [ROWS, ROWS, ROWS, 0]
