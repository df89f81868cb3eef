"""What every test may ask for: real data beside the checkout, and one database's own tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings

from mapper.contributors.memory.addresses import address_memory
from mapper.settings import limits
from mapper.tiles.index.current import forget_index
from tests.factories.cast import attacker, neighbour, newcomer, regular  # noqa: F401

ROOT = Path(__file__).parent.parent

# No test here measures time: a slow machine must not turn a right answer into a failure.
hypothesis_settings.register_profile("mapper", deadline=None)
hypothesis_settings.load_profile("mapper")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real camera and map files; tests that ask for it are skipped without it."""
    folder = Path(os.environ.get("MAPPER_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"REAL DATA IS ABSENT: {folder} does not exist; set MAPPER_SHARED_DATA")
    return folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give each test process a database of its own.

    On SpatiaLite it is a file, as on a running site: a database in memory has one connection,
    which the threads of a live server would have to share.
    """
    if connection.vendor == "sqlite":
        name = tmp_path_factory.mktemp("database") / "mapper.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(name)
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(autouse=True)
def own_cache(settings: Settings) -> None:
    """Give each test an empty cache in memory: what another test left must not answer here."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "test"}}
    cache.clear()


@pytest.fixture(autouse=True)
def no_address_known() -> None:
    """Let each test begin a day in which nobody has sent anything."""
    address_memory().forget()


@pytest.fixture(autouse=True)
def own_index(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Let each test read its own cameras, and see a change in the answer to its next request."""
    settings.VAR_DIR = tmp_path
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "INDEX_CHECK_S", 0.0)
        forget_index()
        yield
    forget_index()


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Let pages name static files that nobody has collected."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what only PostGIS can answer when the tests run on SpatiaLite."""
    if item.get_closest_marker("postgis") and connection.vendor == "sqlite":
        pytest.skip("asks a question only PostGIS answers")


def pytest_configure() -> None:
    """Make the folder of collected files, which the site looks for at every start."""
    django_settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
