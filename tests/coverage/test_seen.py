"""Only views that concern a block are cut."""

import pytest

from mapper.coverage.block import ways_joined
from mapper.coverage.inputs import read_block
from mapper.coverage.seen import CENTRAL, see
from mapper.geometry.cells import cell_of
from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, SEEN_ON, make_camera
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db

CELL = cell_of(*HERE, 16)
METRE = 1 / 111_195
"""In degrees of latitude."""


def test_a_camera_out_of_reach_is_not_looked_at() -> None:
    make_street()
    make_camera(kind=Kind.DOME)
    make_camera(HERE[0], HERE[1] + 200 * METRE, kind=Kind.DOME)
    block = read_block([CELL], SEEN_ON)
    seen = see(block, block.streets.ways)
    own = seen.looks.camera == 0
    assert own.sum() == 6
    assert set(seen.looks.variant[~own].tolist()) <= {CENTRAL}


def test_pieces_tell_of_which_camera_and_how_likely() -> None:
    make_street()
    make_camera()
    block = read_block([CELL], SEEN_ON)
    sight = see(block, block.streets.ways).sight(CENTRAL, block.streets.ways)
    assert sight.camera.tolist() == [0]
    assert sight.share.tolist() == [pytest.approx(1 / 6)]
    assert len(sight.pieces.way) == 1
    assert len(sight.only(sight.pieces.way < 0).pieces.way) == 0


def test_where_nothing_is_nothing_is_seen() -> None:
    block = read_block([CELL], SEEN_ON)
    seen = see(block, ways_joined(block.streets.ways, block.sensitive.fronts))
    assert len(seen.looks.camera) == 0
