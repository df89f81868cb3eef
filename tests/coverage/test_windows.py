"""The rows of figures: streets, fronts, and the parts of streets inside places."""

import numpy as np
import pytest
from django.contrib.gis.geos import Point

from mapper.coverage.inputs import read_block
from mapper.coverage.seen import pieces_only
from mapper.coverage.windows import NOWHERE, windows_of
from mapper.geometry.cells import cell_of
from mapper.places.models import SensitivePlace
from tests.factories.cameras import HERE, SEEN_ON
from tests.factories.places import make_ground, make_place, make_street

pytestmark = pytest.mark.django_db

CELL = cell_of(HERE[0] - 0.001, HERE[1], 16)


def test_streets_come_first_then_fronts_then_streets_inside_places() -> None:
    lon, lat = HERE
    make_street()
    make_street("Tunnel", tunnel=True)
    make_place(corners=(lon, lat - 0.01, lon + 0.01, lat + 0.01))
    where = Point(lon - 0.001, lat, srid=4326)
    SensitivePlace.objects.create(kind="school", outline=where, ground=make_ground())
    block = read_block([CELL], SEEN_ON)
    windows = windows_of(block, block.streets)
    assert windows.way.tolist() == [0, 1, 2, 0, 1]
    assert windows.place.tolist() == [NOWHERE, NOWHERE, NOWHERE, 0, 0]
    assert windows.is_street.tolist() == [True, True, False, True, True]
    assert sorted(windows.open.area.tolist()) == [0, 2, 3]
    nowhere = pieces_only(windows.open, np.zeros(len(windows.open.way), np.bool_))
    rows = windows.street_rows(block, np.zeros((5, 3, 2, 9)), nowhere)
    assert rows["length_m"][0] == pytest.approx(2 * rows["length_m"][2])
    shares = windows.front_shares(block, np.ones((5, 3, 2, 9)))
    assert shares.shape == (1, 3, 2)
    assert shares[0, 0, 0] == pytest.approx(1 / 63, abs=0.001)
