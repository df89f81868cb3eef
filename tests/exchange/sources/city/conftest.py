"""An invented city, made once for all tests that only look at it."""

from datetime import date

import numpy as np
import pytest

from mapper.exchange.sources.city.cameras import CityCameras
from mapper.exchange.sources.city.city import City, make_city

CAMERAS, STREETS = 120_000, 1_000


@pytest.fixture(scope="session")
def city() -> City:
    """A city of six quarters, and of cameras for three blocks."""
    return make_city("testing", CAMERAS, STREETS)


@pytest.fixture(scope="session")
def cameras(city: City) -> CityCameras:
    """The first block of its cameras."""
    return next(city.blocks())


@pytest.fixture
def dice() -> np.random.Generator:
    """Dice that always fall the same."""
    return np.random.default_rng(7)


@pytest.fixture(scope="session")
def today() -> date:
    """The day the city is of."""
    return date(2026, 6, 1)
