"""The index: cameras for people and for streets."""

from mapper.pages.places.people import index_of, per_thousand


def test_the_index_counts_people_and_kilometres():
    index = index_of(20, 5_000, 10_000.0)
    assert index.people_per_camera == 250
    assert index.cameras_per_thousand == 4
    assert index.cameras_per_km == 2


def test_what_is_unknown_or_nothing_divides_nothing():
    index = index_of(0, None, 0.0)
    assert (index.people_per_camera, index.cameras_per_thousand, index.cameras_per_km) == (
        None,
        None,
        None,
    )
    assert index_of(0, 5_000, 1.0).people_per_camera is None
    assert per_thousand(3, 0) is None
