"""The invented town, built once for all tests that only look at it."""

import pytest

from mapper.exchange.sources.demo_town.cameras import DemoCamera, make_cameras
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.town import Town, make_town


@pytest.fixture(scope="session")
def town() -> Town:
    """The town that `load_demo` loads."""
    return make_town(SEED)


@pytest.fixture(scope="session")
def cameras(town: Town) -> list[DemoCamera]:
    """Its cameras."""
    return make_cameras(town, SEED)
