"""Areas, and the chains of edges they are cut into."""

import numpy as np
import pytest

from mapper.geometry.stretches import Areas
from mapper.geometry.stretches import areas as module
from mapper.geometry.stretches.areas import chains_of
from tests.geometry.stretches.ground import areas, square
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


@pytest.mark.usefixtures("both")
def test_every_edge_is_in_one_chain_and_the_last_one_closes_its_ring():
    turns = np.linspace(0, 2 * np.pi, 19, endpoint=False)
    ring = np.column_stack((np.cos(turns), np.sin(turns)))
    chains = chains_of(areas(ring, square(0, 0, 1), numbers=[4, 4]))
    assert chains.number.tolist() == [4]
    assert chains.spans[:, 1].sum() == 19 + 4
    assert (chains.spans[:, 2] >= 0).sum() == 2
    assert chains.starts.tolist() == [0, len(chains.spans)]
    boxes = chains.boxes
    assert chains.area_boxes[0].tolist() == [*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)]


@pytest.mark.usefixtures("both")
def test_rings_that_enclose_nothing_are_left_out():
    chains = chains_of(areas([], [(0, 0), (1, 1)], square(0, 0, 1), [(0, 0)]))
    assert chains.number.tolist() == [2]
    assert len(chains_of(areas()).number) == 0


@pytest.mark.parametrize("numbers", [[1, 0], [0], [0, 1, 2]])
def test_every_ring_has_its_number_in_ascending_order(numbers):
    drawn = areas(square(0, 0, 1), square(5, 5, 1))
    with pytest.raises(ValueError, match="ascending"):
        chains_of(Areas(drawn.lonlat, drawn.starts, np.array(numbers)))
