"""A running site on the database of this run, for faults that only a real one can have."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connection

from tests.running_database import Cluster, running_database
from tests.running_site import address_of, kill, prepared_site, started


class Site:
    """A site that can be killed, with its database, and started again."""

    def __init__(self, folder: Path, cluster: Cluster | None) -> None:
        named = {"MAPPER_DATABASE_URL": cluster.url} if cluster else {}
        self.variables = prepared_site(folder, MAPPER_WORKERS="2", MAPPER_PROXIES="1", **named)
        self.cluster = cluster
        self.server = started(self.variables)

    @property
    def address(self) -> str:
        """Where it answers, before and after."""
        return address_of(self.variables)

    @property
    def port(self) -> int:
        """Its port on loopback."""
        return int(self.variables["PORT"])

    def kill(self) -> None:
        """Pull the plug of the site and of its database."""
        kill(self.server)
        if self.cluster:
            self.cluster.kill()

    def start(self) -> None:
        """Start both again."""
        if self.cluster:
            self.cluster.start()
        self.server = started(self.variables)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A new site: on SpatiaLite, or on a PostGIS cluster of its own where the tests run on one."""
    with ExitStack() as stack:
        on_postgis = connection.vendor != "sqlite"
        cluster = stack.enter_context(running_database()) if on_postgis else None
        running = Site(tmp_path, cluster)
        yield running
        running.server.terminate()
        running.server.wait(timeout=20)
