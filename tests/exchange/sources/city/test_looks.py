"""Tests of which ways cameras look."""

import numpy as np
import pytest

from mapper.exchange.sources.city.cameras import KINDS
from mapper.exchange.sources.city.looks import (
    ALL_ROUND,
    LOOKS,
    NOBODY_SAID,
    OPENINGS,
    Facings,
    facings_of,
)
from mapper.exchange.sources.city.posts import Look
from mapper.exchange.sources.city.stands import Stood
from mapper.vocabulary import Kind

COUNT = 1_000
AT = Stood(np.zeros((COUNT, 2)), np.full(COUNT, 30.0), np.resize([1.0, -1.0], COUNT))


def facings(look: Look, kind: Kind = Kind.FIXED) -> Facings:
    """A thousand facings on a street that runs to the north-north-east."""
    looks = np.full(COUNT, LOOKS.index(look), np.uint8)
    kinds = np.full(COUNT, KINDS.index(kind), np.uint8)
    return facings_of(looks, kinds, KINDS, AT, np.random.default_rng(3))


@pytest.mark.parametrize(
    ("look", "several"),
    [
        (Look.ALONG, 1),
        (Look.ACROSS, 1),
        (Look.BOTH_WAYS, 2),
        (Look.THREE_WAYS, 3),
        (Look.UNKNOWN, 0),
    ],
)
def test_a_camera_has_as_many_facings_as_ways_it_looks(look: Look, several: int) -> None:
    made = facings(look)
    assert set((made.bearings != NOBODY_SAID).sum(axis=1).tolist()) == {several}
    assert made.bearings.max() < 360
    assert made.bearings.min() >= NOBODY_SAID


def test_across_is_towards_the_street_from_either_side() -> None:
    bearings = facings(Look.ACROSS).bearings[:, 0]
    off = (bearings - np.where(AT.side > 0, -60, 120) + 180) % 360 - 180
    assert np.abs(off).max() < 75
    assert abs(off.mean()) < 2


def test_openings_belong_to_facings_and_many_are_unknown() -> None:
    made = facings(Look.BOTH_WAYS)
    assert set(np.unique(made.openings).tolist()) == {NOBODY_SAID, *OPENINGS}
    assert 0.2 < (made.openings[:, 0] != NOBODY_SAID).mean() < 0.5


def test_of_what_sees_all_round_hardly_anybody_knows_a_facing() -> None:
    known = facings(Look.ALONG, Kind.DOME).bearings[:, 0] != NOBODY_SAID
    assert 0.15 < known.mean() < 0.35


def test_a_panorama_looks_all_round_where_anything_is_said() -> None:
    made = facings(Look.THREE_WAYS, Kind.PANORAMA)
    known = made.bearings[:, 0] != NOBODY_SAID
    assert known.any()
    assert set(zip(made.bearings[known, 0], made.openings[known, 0], strict=True)) == {ALL_ROUND}
    assert (made.bearings[:, 1:] == NOBODY_SAID).all()
