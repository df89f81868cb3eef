"""Lines on the ground: their lengths and their segments."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geometry import metres_between
from mapper.geometry.stretches import Ways, lengths_of
from mapper.geometry.stretches import ways as module
from mapper.geometry.stretches.ways import segments_of
from tests.geometry.stretches.ground import ways
from tests.geometry.uncompiled import uncompile


@pytest.fixture(params=["compiled", "as written"])
def both(request, monkeypatch):
    """Once as machine code, once as Python."""
    if request.param == "as written":
        uncompile(monkeypatch, module)


@pytest.mark.usefixtures("both")
def test_a_length_is_in_metres():
    lengths = lengths_of(ways([(0, 0), (30, 40)], [(0, 0), (0, 10), (0, 0)]))
    assert lengths.tolist() == pytest.approx([50, 20], abs=1e-3)


@pytest.mark.usefixtures("both")
def test_ways_without_a_second_corner_have_none():
    lonlat = np.array([[24.9, 60.1], [24.9, 60.1], [24.9, 60.1], [25.0, 60.1]])
    assert lengths_of(Ways(lonlat, np.array([0, 1, 1, 3, 4]))).tolist() == [0, 0, 0, 0]
    assert len(segments_of(Ways(lonlat, np.array([0, 1, 1, 3, 4]))).way) == 0


def test_no_ways_have_no_lengths():
    nothing = Ways(np.empty((0, 2)), np.array([0]))
    assert len(nothing) == 0
    assert lengths_of(nothing).tolist() == []
    assert len(segments_of(nothing).way) == 0


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("first", "last"), [(179.999, -179.999), (-179.999, 179.999), (179.999, 180.001)]
)
def test_over_the_date_line_it_takes_the_shorter_way(first, last):
    over = Ways(np.array([[first, 10.0], [last, 10.0]]), np.array([0, 2]))
    assert lengths_of(over)[0] == pytest.approx(219.0, abs=0.1)
    segments = segments_of(over)
    assert abs(segments.end[0, 0] - segments.start[0, 0]) == pytest.approx(0.002)


@given(st.floats(-180, 180), st.floats(-85, 85), st.floats(-0.01, 0.01), st.floats(-0.01, 0.01))
def test_it_is_the_distance_on_the_globe(lon, lat, east, north):
    length = lengths_of(Ways(np.array([[lon, lat], [lon + east, lat + north]]), np.array([0, 2])))[
        0
    ]
    assert length == pytest.approx(
        metres_between(lon, lat, lon + east, lat + north), rel=1e-5, abs=1e-6
    )


def test_segments_follow_one_another_without_a_gap():
    segments = segments_of(ways([(0, 0), (10, 0), (10, 0), (10, 5)], [(0, 0), (3, 0)]))
    assert segments.way.tolist() == [0, 0, 1]
    assert segments.from_m.tolist() == pytest.approx([0, 10, 0], abs=1e-4)
    assert segments.from_m[1] == segments.to_m[0]


@pytest.mark.parametrize("starts", [[], [0, 3], [1, 2], [0, 2, 1, 2]])
def test_starts_that_do_not_share_out_the_corners_are_refused(starts):
    with pytest.raises(ValueError, match="share out"):
        lengths_of(Ways(np.zeros((2, 2)), np.array(starts, dtype=int)))
