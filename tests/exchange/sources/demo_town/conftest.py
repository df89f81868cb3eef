"""The invented town, built once for all tests that only look at it."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.db.transaction import atomic, set_rollback

from mapper.exchange.sources.demo_town import loader
from mapper.exchange.sources.demo_town.cameras import DemoCamera, make_cameras
from mapper.exchange.sources.demo_town.island import town_bend
from mapper.exchange.sources.demo_town.loader import SEED
from mapper.exchange.sources.demo_town.post import Post
from mapper.exchange.sources.demo_town.private_posts import private_posts
from mapper.exchange.sources.demo_town.public_posts import public_posts
from mapper.exchange.sources.demo_town.stands import Stands
from mapper.exchange.sources.demo_town.town import Town, make_town


@pytest.fixture(scope="session")
def town() -> Town:
    """The town that `load_demo` loads."""
    return make_town(SEED)


@pytest.fixture(scope="session")
def cameras(town: Town) -> list[DemoCamera]:
    """Its cameras."""
    return make_cameras(town, SEED)


@pytest.fixture(scope="session")
def posts(town: Town) -> list[Post]:
    """All its groups of cameras."""
    stands = Stands(town, town_bend(SEED), Random(1))
    return [*public_posts(stands), *private_posts(stands)]


@pytest.fixture(scope="session")
def today() -> date:
    """The day of loading."""
    return date(2026, 6, 1)


@pytest.fixture
def prebuilt(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the loader find the town built: building it takes longer than storing it."""
    monkeypatch.setattr(loader, "make_town", lambda _seed: town)


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: Any, town: Town, today: date
) -> Iterator[None]:
    """The town in the database for tests that only look at it, taken back after the last."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, atomic():
        patch.setattr(loader, "make_town", lambda _seed: town)
        loader.load_demo_town(today=today)
        yield
        set_rollback(True)
