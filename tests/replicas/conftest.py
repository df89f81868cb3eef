"""A replica for tests: a second name of the test's own database."""

from collections.abc import Iterator

import pytest
from django.db import connections


@pytest.fixture
def replica(settings) -> Iterator[str]:
    """The alias of a replica that holds what the primary holds, and the router that knows it."""
    connections["replica_1"] = connections["default"]
    settings.DATABASE_ROUTERS = ["mapper.replicas.router.ReplicaRouter"]
    yield "replica_1"
    del connections["replica_1"]
