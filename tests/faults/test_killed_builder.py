"""Whoever makes the index, and the database under it, is killed at every instant of that.

A file that was made is whole, and with the changes since it is what the database holds.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from tests.factories.tables import write_csv
from tests.faults.inside import Inside, inside
from tests.running_database import Cluster, running_database
from tests.running_site import prepared_site

pytestmark = pytest.mark.drills

CAMERAS = 40_000
INSTANTS = 20
DATABASE_INSTANTS = 6
TOLD = ("--source=city", "--ref-field=id", "--date=2026-05-01")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster | None]:
    """The PostGIS cluster of these tests, where they run on one."""
    with ExitStack() as stack:
        on_postgis = connection.vendor != "sqlite"
        yield stack.enter_context(running_database()) if on_postgis else None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the city has its state."""
    return tmp_path_factory.mktemp("city")


@pytest.fixture(scope="module")
def city(folder: Path, cluster: Cluster | None) -> Iterator[Inside]:
    """A process in a city, which all these tests share: making it takes the longest."""
    named = {"MAPPER_DATABASE_URL": cluster.url} if cluster else {}
    listed = (
        (number, 24.9 + number % 200 / 1_000, 60.1 + number // 200 / 1_000)
        for number in range(CAMERAS)
    )
    path = write_csv(folder, ("id", "lon", "lat"), *listed)
    variables = prepared_site(folder, ["import_cameras", str(path), *TOLD], **named)
    with inside(variables) as process:
        yield process


def left_in(folder: Path) -> set[str]:
    """The files beside the lock that builders left."""
    return {path.name for path in (folder / "index").iterdir()} - {"lock"}


@pytest.mark.parametrize("work", ["make", "merge"])
def test_a_builder_that_is_killed_leaves_nothing_wrong(
    work: str, city: Inside, folder: Path
) -> None:
    city.tell("make")
    city.tell("hide", 2)
    seconds = city.seconds_of(work)
    if work == "make":
        (folder / "index" / "cameras.index").unlink()
    allowed = {"same"} if work == "merge" else {"none", "same"}
    killed = 0
    for instant in range(INSTANTS):
        city.tell("hide", 2)  # acknowledged: whatever is killed, they are seen no more
        killed += city.killed_after(work, seconds * instant / INSTANTS)
        found = city.tell("state")
        assert found in allowed
        if found == "same":
            allowed = {"same"}
        assert left_in(folder) <= {"cameras.index", "cameras.unfinished"}
    assert killed >= INSTANTS / 4
    city.tell("renew")
    assert city.tell("state") == "same"
    assert left_in(folder) == {"cameras.index"}


@pytest.mark.parametrize("work", ["make", "merge"])
def test_a_database_that_is_killed_under_a_builder_leaves_nothing_wrong(
    work: str, city: Inside, cluster: Cluster | None
) -> None:
    if cluster is None:
        pytest.skip("the database is no process of its own")
    city.tell("make")
    city.tell("hide", 2)
    seconds = city.seconds_of(work)
    for instant in range(DATABASE_INSTANTS):
        city.tell("hide", 2)
        number = city.tell("forked", work)
        time.sleep(seconds * instant / DATABASE_INSTANTS)
        cluster.kill()
        assert city.tell("ended", number) in {0, 1}  # done before, or told so: it hangs nowhere
        cluster.start()
        assert city.tell("state") == "same"
        city.tell("hide", 2)
        assert city.tell("state") == "same"
    city.tell("renew")
    assert city.tell("state") == "same"


def test_what_is_hidden_after_a_crash_is_known_to_who_lived_through_it(
    city: Inside, cluster: Cluster | None
) -> None:
    if cluster is None:
        pytest.skip("the database is no process of its own")
    # Their numbers were never brought to the disk: those who come after the crash have them again.
    city.tell("come to nothing", 20)
    city.tell("make")
    assert city.tell("followed") == "same"
    cluster.kill()
    cluster.start()
    city.tell("hide", 2)
    assert city.tell("followed") == "same"


def test_on_a_full_disk_the_old_file_stays_and_nobody_is_shown_anything_wrong(
    city: Inside, folder: Path
) -> None:
    city.tell("make")
    before = (folder / "index" / "cameras.index").read_bytes()
    city.tell("hide", 2)
    assert city.tell("ended", city.tell("forked", "make on a full disk")) == 0
    assert (folder / "index" / "cameras.index").read_bytes() == before
    assert left_in(folder) == {"cameras.index"}
    assert city.tell("state") == "same"
