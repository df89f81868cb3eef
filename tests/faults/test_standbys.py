"""A primary with two standbys: a writer sees what she wrote, and reading outlives any one of them.

The commands are those of docs/how-to/add-replicas.md.
"""

import json
import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from shutil import copytree, ignore_patterns
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from mapper.geometry.mercator import world_of
from mapper.moderation.models import TakedownReason
from mapper.settings import limits
from tests.factories.lines import place
from tests.factories.posts import SIGHTINGS, said
from tests.repository import tree
from tests.running_database import Cluster, running_database, running_standby
from tests.running_site import address_of, free_port, kill, prepared_site, started
from tests.tiles.reading import read

pytestmark = [pytest.mark.drills, pytest.mark.postgis]

FROM_INDEX = [
    "/tiles/cameras/0/0/0.mvt",
    "/tiles/cameras/14/9285/4763.mvt",
    "/api/cameras/counts?bbox=23,59,26,61",
]
_ZOOM = 17
PAGES = ["/", "/cameras/?bbox=23,59,26,61", "/api/cameras?limit=1", "/places/"]


def command(beginning: str) -> list[str]:
    """The command of the guide that begins so, in words."""
    guide = (tree.ROOT / "docs/how-to/add-replicas.md").read_text()
    (line,) = [line for line in guide.splitlines() if line.startswith(beginning)]
    return line.split()


class Replicated:
    """A site on a primary with two standbys."""

    def __init__(self, folder: Path, primary: Cluster, standbys: list[Cluster]) -> None:
        self.primary, self.standbys = primary, standbys
        urls = ",".join(standby.url for standby in standbys)
        self.variables = prepared_site(
            folder,
            MAPPER_WORKERS="2",
            MAPPER_DATABASE_URL=primary.url,
            MAPPER_REPLICA_URLS=urls,
            MAPPER_PROXIES="1",
        )
        self.server = started(self.variables)

    def status(self, address: str, reader: OpenerDirector | None = None) -> int:
        """The status with which a page is answered, to a stranger unless a reader is named."""
        try:
            with (reader or build_opener()).open(self.address + address, timeout=20) as answer:
                answer.read()
                return int(answer.status)
        except HTTPError as error:
            return error.code

    @property
    def address(self) -> str:
        """Where it answers."""
        return address_of(self.variables)

    def read_from(self) -> dict[str, bool]:
        """What it says of its replicas."""
        try:
            with build_opener().open(f"{self.address}/healthz", timeout=20) as answer:
                return dict(json.loads(answer.read())["replicas"])
        except HTTPError as error:
            return dict(json.loads(error.read())["replicas"])

    def is_ready(self) -> None:
        """Return when both workers read from both standbys, as far as a few questions tell."""
        for _ in range(8):
            wait_until(lambda: all(self.read_from().values()), 20)

    def send(self, number: int, sender: OpenerDirector | None = None) -> int:
        """Log a camera; gives its number."""
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": f"sent-{number}",
            "X-Forwarded-For": f"10.1.0.{number}",
        }
        body = json.dumps(said(location=place(number))).encode()
        request = Request(self.address + SIGHTINGS, body, headers)  # noqa: S310  (our own site)
        with (sender or build_opener()).open(request, timeout=20) as answer:
            assert answer.status == 201
            return int(json.loads(answer.read())["camera"]["id"])

    def go_on_with(self, primary: Cluster, standbys: list[Cluster]) -> None:
        """Start it again on these databases."""
        kill(self.server)
        self.variables["MAPPER_DATABASE_URL"] = primary.url
        self.variables["MAPPER_REPLICA_URLS"] = ",".join(standby.url for standby in standbys)
        self.server = started(self.variables)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicated]:
    """A site whose reads go to two standbys; the last test leaves one of them."""
    copied = command("pg_basebackup")
    with ExitStack() as stack:
        primary = stack.enter_context(running_database())
        standbys = [stack.enter_context(running_standby(primary, copied)) for _ in range(2)]
        running = Replicated(tmp_path_factory.mktemp("site"), primary, standbys)
        yield running
        kill(running.server)


def wait_until(holds: Callable[[], bool], seconds: float) -> None:
    """Return when something holds; fails when it does not."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


class Reader(Thread):
    """Somebody who leafs through pages, and keeps what was not answered well."""

    def __init__(self, site: Replicated, enough: Event, pages: list[str]) -> None:
        super().__init__()
        self.site, self.enough, self.pages = site, enough, pages
        self.read = 0
        self.failed: list[tuple[str, int]] = []

    def run(self) -> None:
        """Read until it is enough."""
        while not self.enough.is_set():
            page = self.pages[self.read % len(self.pages)]
            status = self.site.status(page)
            self.read += 1
            if status != 200:
                self.failed.append((page, status))


def leafing(site: Replicated, pages: list[str], meanwhile: Callable[[], None]) -> list[Reader]:
    """Four readers who read before, while and after something happens."""
    enough = Event()
    readers = [Reader(site, enough, pages) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        time.sleep(1)
        meanwhile()
        time.sleep(3)
    finally:
        enough.set()
        for reader in readers:
            reader.join()
    return readers


class Host:
    """Another web host of the same site: its own folder, its own index, the same databases."""

    def __init__(self, site: Replicated, folder: Path) -> None:
        copytree(site.variables["MAPPER_VAR_DIR"], folder, ignore=ignore_patterns("index"))
        own = {"MAPPER_VAR_DIR": str(folder), "PORT": str(free_port())}
        self.server = started(site.variables | own)
        self.address = address_of(own)

    def cameras_at(self, position: tuple[float, float]) -> set[int]:
        """The numbers of the cameras on the tile around a position."""
        x, y = (int(float(way) * 2**_ZOOM) for way in world_of(*position))
        tile = f"{self.address}/tiles/cameras/{_ZOOM}/{x}/{y}.mvt"
        with build_opener().open(tile, timeout=20) as answer:
            features = read(answer.read()).get("cameras", [])
        return {feature["id"] for feature in features}


@pytest.fixture
def other_host(site: Replicated, tmp_path: Path) -> Iterator[Host]:
    """A second web host of the site."""
    host = Host(site, tmp_path / "other")
    yield host
    kill(host.server)


def hide(site: Replicated, camera: int) -> None:
    """Ask for a camera to be taken down, as somebody with a browser does."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.addheaders = [("X-Forwarded-For", f"10.2.0.{camera}")]
    address = f"{site.address}/takedown/"
    with browser.open(f"{address}?camera={camera}", timeout=20) as form:
        hidden = dict(
            re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form.read().decode())
        )
    answers = hidden | {"reason": TakedownReason.values[0]}
    with browser.open(address, urlencode(answers).encode(), timeout=20) as answer:
        assert answer.status == 200


def seen_after(holds: Callable[[], bool]) -> float:
    """Seconds until something holds that was just acknowledged."""
    began = time.perf_counter()
    while not holds():
        assert time.perf_counter() - began < 5
    return time.perf_counter() - began


@contextmanager
def paused(site: Replicated) -> Iterator[None]:
    """Both standbys take in nothing meanwhile of what the primary writes."""
    asked = "SELECT pg_get_wal_replay_pause_state()"
    for standby in site.standbys:
        standby.ask("SELECT pg_wal_replay_pause()")
    try:
        wait_until(lambda: {standby.ask(asked) for standby in site.standbys} == {"paused"}, 20)
        yield
    finally:
        for standby in site.standbys:
            standby.ask("SELECT pg_wal_replay_resume()")


def has_been_read(standby: Cluster) -> bool:
    """Whether cameras were read from this standby."""
    counted = "SELECT seq_scan + coalesce(idx_scan, 0) FROM pg_stat_user_tables"
    return int(standby.ask(f"{counted} WHERE relname = 'cameras_camera'")) > 0


def test_what_one_host_takes_in_is_on_the_next_tile_of_another(
    site: Replicated, other_host: Host
) -> None:
    seconds = []
    for number in range(20, 30):
        position = tuple(place(number)["coordinates"])
        other_host.cameras_at(position)
        camera = site.send(number)
        seconds.append(seen_after(lambda: camera in other_host.cameras_at(position)))  # noqa: B023
        hide(site, camera)
        seconds.append(seen_after(lambda: camera not in other_host.cameras_at(position)))  # noqa: B023
        # From the next moment on it is so in every process of the host.
        time.sleep(limits.INDEX_LATE_S)
        assert all(camera not in other_host.cameras_at(position) for _ in range(4))
    assert statistics.median(seconds) < limits.INDEX_LATE_S


def test_a_writer_sees_what_she_wrote_and_no_reader_sees_what_is_long_past(
    site: Replicated,
) -> None:
    site.is_ready()
    page = f"/cameras/{site.send(1)}/"
    wait_until(lambda: site.status(page) == 200 and all(map(has_been_read, site.standbys)), 20)
    writer = build_opener(HTTPCookieProcessor(CookieJar()))
    with paused(site):
        page = f"/cameras/{site.send(2, writer)}/"
        # Two workers, each with two standbys in turn: she is answered by the primary.
        assert [site.status(page, writer) for _ in range(4)] == [200] * 4
        # Strangers may be answered by a standby, which does not know of it yet.
        assert {site.status(page) for _ in range(8)} <= {200, 404}
        # But soon it is known to be behind, and left out.
        time.sleep(limits.REPLICA_LAG_MAX_S + 2 * limits.REPLICA_CHECK_S)
        assert [site.status(page) for _ in range(4)] == [200] * 4
        assert not any(site.read_from().values())
    site.is_ready()
    assert [site.status(page) for _ in range(4)] == [200] * 4


def test_reading_outlives_a_standby_and_the_primary(site: Replicated) -> None:
    site.is_ready()
    page = f"/cameras/{site.send(3)}/"
    first, second = site.standbys
    time.sleep(limits.REPLICA_CHECK_S)

    readers = leafing(site, [*PAGES, page], second.kill)
    assert [reader.failed for reader in readers] == [[]] * 4
    assert min(reader.read for reader in readers) > 10
    assert site.read_from() == {"replica_1": True, "replica_2": False}
    assert site.send(4)
    second.start()
    wait_until(lambda: all(site.read_from().values()), 2 * limits.REPLICA_LEFT_ALONE_S)

    readers = leafing(site, [*PAGES, page, *FROM_INDEX], site.primary.kill)
    assert [reader.failed for reader in readers] == [[]] * 4
    with pytest.raises(HTTPError):
        site.send(5)

    promote = command("pg_ctl -D FOLDER -w promote")
    first.promote([str(first.folder) if word == "FOLDER" else word for word in promote])
    site.go_on_with(first, [])
    assert site.status(page) == 200
    assert site.status(f"/cameras/{site.send(5)}/") == 200
