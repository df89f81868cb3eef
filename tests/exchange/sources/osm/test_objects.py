"""Coordinates keep OSM's own seven decimals."""

import pytest

from mapper.exchange.sources.osm.objects import tidy


@pytest.mark.parametrize(("told", "kept"), [(24.123456789, 24.1234568), (24.1, 24.1)])
def test_finer_differences_are_noise(told, kept):
    assert tidy(told) == kept
