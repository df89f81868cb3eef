"""All cells in which there is something to compute."""

import pytest
from django.contrib.gis.geos import Point

from mapper.coverage.all_cells import all_cells, cells_of_place, cells_with_cameras, current_cells
from mapper.coverage.models import CoverageCell
from mapper.geometry.cells import cell_of
from mapper.places.models import SensitivePlace
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.places import around, make_ground, make_place, make_street

pytestmark = pytest.mark.django_db

CELL = cell_of(*HERE, 16)
FAR = (HERE[0] + 0.05, HERE[1])


def stored(cell: int, inputs: str) -> None:
    nothing = dict.fromkeys(("streets", "stretches", "cameras", "sensitive"), b"")
    CoverageCell.objects.create(cell=cell, computed_on=SEEN_ON, inputs=inputs, **nothing)


def test_cells_of_cameras_are_counted() -> None:
    make_camera()
    make_camera()
    make_camera(*FAR)
    make_home_camera(0.0, 0.0)
    assert cells_with_cameras() == {CELL: 2, cell_of(*FAR, 16): 1}


def test_a_street_is_of_the_cell_in_which_it_begins() -> None:
    make_street(line=[FAR, HERE])
    make_street("Rail", line=[HERE, FAR], street_class="rail")
    assert all_cells() == {cell_of(*FAR, 16)}


def test_sensitive_places_and_cells_of_before_are_looked_at() -> None:
    outline = Point(*HERE, srid=4326)
    SensitivePlace.objects.create(kind="school", outline=outline, ground=make_ground())
    stored(7, "old")
    stored(8, "new")
    assert all_cells() == {CELL, 7, 8}
    assert current_cells("new") == {8}


def test_a_place_has_the_cells_it_touches_and_those_of_streets_that_lead_into_it() -> None:
    make_street(line=[FAR, HERE])
    make_street(line=[(1.0, 1.0), (1.0, 1.1)])
    place = make_place(corners=around(degrees=0.0001))
    assert cells_of_place(place) == {CELL, cell_of(*FAR, 16)}
