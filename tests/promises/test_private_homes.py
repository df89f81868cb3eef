"""Cameras at private homes are counts in fixed cells: no answer holds one, or where it hangs."""

import pytest
from django.test import Client

from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.factories.sightings import make_sighting
from tests.promises.route_answers import ROUTES

pytestmark = pytest.mark.django_db

LON, LAT = HERE[0] + 0.000123, HERE[1] + 0.000123
READABLE = [name for name, route in ROUTES.items() if route.visitor["GET"] == 200]


@pytest.mark.parametrize("name", READABLE)
def test_an_answer_is_the_same_wherever_in_its_cell_the_camera_hangs(name):
    camera = make_camera()
    make_street("Quay")
    home = make_home_camera(LON, LAT)
    make_sighting(home)
    address = ROUTES[name].address_of(camera)

    def answer():
        return [
            line
            for line in Client().get(address).content.splitlines()
            if b'name="token"' not in line and b"csrfmiddlewaretoken" not in line
            and b"nonce" not in line and b"timeStamp" not in line
        ]  # fmt: skip

    before = answer()
    home.location.x, home.location.y = LON + 0.0004, LAT - 0.0003
    home.save()
    assert answer() == before
    text = b"\n".join(before)
    assert f"{LON:.5f}".encode() not in text
    assert f"/cameras/{home.pk}".encode() not in text
