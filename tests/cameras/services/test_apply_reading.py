"""A reading is written onto a camera, aspect by aspect."""

from django.contrib.gis.geos import Point

from mapper.cameras.models import Camera
from mapper.cameras.services.apply_reading import apply_reading
from mapper.vocabulary import Kind, OperatorType, read_tags


def applied(**tags):
    camera = Camera(location=Point(-28.0, 47.0, srid=4326), kind=Kind.DOORBELL, ref="7")
    apply_reading(camera, read_tags({"man_made": "surveillance", **tags}))
    return camera


def test_every_aspect_of_the_reading_is_kept_and_nothing_else():
    camera = applied(**{"camera:type": "dome", "camera:direction": "90;350"}, height="5")
    assert (camera.kind, camera.height_m, camera.ref) == (Kind.DOME, 5.0, "")
    assert [facing["bearing"] for facing in camera.facings] == [90.0, 350.0]


def test_a_private_home_gets_its_cell_and_loses_it_again():
    camera = applied(**{"operator:type": "individual"})
    assert camera.operator_type == OperatorType.PRIVATE_HOME
    assert camera.home_cell is not None
    apply_reading(camera, read_tags({"man_made": "surveillance"}))
    assert camera.home_cell is None
