"""The streets around one camera."""

import pytest

from mapper.geometry import box_around
from mapper.pages.camera.plane import Plane
from mapper.pages.camera.streets import streets_in
from mapper.vocabulary import StreetClass
from tests.factories.cameras import HERE
from tests.factories.places import make_street

pytestmark = pytest.mark.django_db

LON, LAT = HERE


def around_here():
    return streets_in(box_around(LON, LAT, 90), Plane(LON, LAT))


def test_without_streets_there_is_nothing_to_draw():
    streets = around_here()
    assert (streets.paths, streets.names, streets.nearest) == ((), (), "")


def test_main_roads_are_drawn_over_side_streets():
    make_street("Main", street_class=StreetClass.PRIMARY)
    make_street("Side", street_class=StreetClass.PATH)
    assert [street_class for street_class, _ in around_here().paths] == ["path", "primary"]


def test_tunnels_are_not_drawn():
    make_street("Under", tunnel=True)
    assert around_here().paths == ()


def test_a_street_in_pieces_is_named_once_and_from_left_to_right():
    make_street("Quay", [(LON + 0.001, LAT), (LON, LAT)])
    make_street("Quay", [(LON, LAT), (LON - 0.001, LAT)])
    [name] = around_here().names
    start, *_, end = (float(pair.split()[0]) for pair in name.path.removeprefix("M").split("L"))
    assert name.name == "Quay"
    assert start < 0 < end


def test_a_name_longer_than_its_street_is_left_out():
    make_street("A street with a very long name indeed", [(LON, LAT), (LON + 0.0002, LAT)])
    streets = around_here()
    assert streets.names == ()
    assert streets.nearest == "A street with a very long name indeed"


def test_a_camera_is_on_the_nearest_street_if_one_is_near():
    make_street("Far", [(LON - 0.001, LAT + 0.0004), (LON + 0.001, LAT + 0.0004)])
    assert around_here().nearest == ""
    make_street("Near", [(LON - 0.001, LAT + 0.0001), (LON + 0.001, LAT + 0.0001)])
    make_street("Nearer", [(LON - 0.001, LAT), (LON + 0.001, LAT)])
    assert around_here().nearest == "Nearer"


def test_a_camera_is_never_on_a_railway():
    make_street("Island Railway", street_class=StreetClass.RAIL)
    assert around_here().nearest == ""
    assert [name.name for name in around_here().names] == ["Island Railway"]


def test_a_street_whose_box_alone_comes_near_is_left_out():
    make_street("Corner", [(LON - 0.01, LAT - 0.001), (LON - 0.01, LAT + 0.01), (LON, LAT + 0.01)])
    streets = around_here()
    assert streets.paths == ()
    assert streets.attributions == set()


def test_nameless_streets_are_drawn_and_the_ground_is_thanked():
    make_street("")
    streets = around_here()
    assert len(streets.paths) == 1
    assert streets.nearest == ""
    assert streets.attributions == {"© OpenStreetMap contributors"}
