"""What every test may ask for: real data beside the checkout, and one database's own tests."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import settings as hypothesis_settings

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


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what only PostGIS can answer when the tests run on SpatiaLite."""
    on_postgis = settings.DATABASES["default"]["ENGINE"].endswith("postgis")
    if item.get_closest_marker("postgis") and not on_postgis:
        pytest.skip("asks a question only PostGIS answers")
