"""Every journey works without script, and the list holds exactly what the map holds."""

import re

import mapbox_vector_tile
import pytest

from mapper.cameras.models import Camera
from mapper.geometry import tile_box
from mapper.geometry.mercator import world_of
from mapper.geometry.tiles import TILE_EXTENT
from mapper.settings import limits
from mapper.vocabulary import Kind
from tests.factories.cameras import HERE, make_camera, make_home_camera
from tests.factories.places import make_street
from tests.factories.sightings import make_sighting
from tests.promises.plain_browser import PlainBrowser

pytestmark = pytest.mark.django_db

LON, LAT = HERE


@pytest.fixture
def browser():
    return PlainBrowser()


def test_browsing_without_script(browser):
    camera = make_camera(kind=Kind.DOME)
    make_street("Quay")
    browser.open("/")
    page = browser.follow("List")
    browser.open(next(to for to in page.links.values() if to == f"/cameras/{camera.pk}/"))
    assert "<h1>Dome camera, Quay</h1>" in browser.text
    browser.follow("See it on the big map")
    browser.follow("About")
    browser.follow("Whose data this is, and under which licence")
    assert browser.answer.status_code == 200


def test_searching_without_script(browser):
    camera = make_camera()
    make_street("Quay")
    browser.open("/search/?q=quay")
    page = browser.follow("Its cameras")
    assert f"/cameras/{camera.pk}/" in page.links.values()


def test_logging_a_camera_without_script(browser):
    browser.open("/")
    browser.follow("Log a camera")
    browser.send(latitude="here", longitude="-28.02", kind="dome")
    assert browser.answer.status_code == 422
    assert browser.page.fields["kind"] == ["dome"]
    browser.send(latitude="47.01")
    assert "Thank you" in browser.text
    camera = Camera.objects.get()
    assert (camera.kind, camera.location.y, camera.location.x) == ("dome", 47.01, -28.02)


def test_logging_a_camera_by_its_street_without_script(browser):
    make_street("Quay")
    make_street("Quay", line=[(1.0, 1.0), (1.001, 1.0)])
    browser.open("/report/")
    browser.send(street="Quay", side="0", kind="dome")
    assert "There are several" in browser.text
    [here] = [key for key in re.findall(r'value="(Quay@[^"]+)"', browser.text) if "24.9" in key]
    browser.send(street_meant=here)
    assert "It is on the map, unconfirmed." in browser.text
    camera = Camera.objects.get()
    assert camera.location.y > LAT
    assert camera.accuracy_m == pytest.approx(60, abs=5)


def test_confirming_a_camera_without_script(browser):
    camera = make_camera()
    make_sighting(camera)
    browser.open(f"/cameras/{camera.pk}/")
    browser.follow("Say what you see")
    browser.send(verdict="present")
    assert "What you saw is on record" in browser.text
    assert camera.sightings.count() == 2


def test_the_list_holds_what_the_map_holds(browser):
    zoom = limits.CAMERAS_MIN_ZOOM
    x, y = (int(float(fraction) * 2**zoom) for fraction in world_of(LON, LAT))
    box = tile_box(zoom, x, y)
    for step in range(12):
        make_camera(box.west + 0.0011 + 0.001 * step, LAT, kind=list(Kind)[step % 6])
    make_camera(box.east + 0.001, LAT)
    make_home_camera(LON, LAT)

    answer = browser.client.get(f"/tiles/cameras/{zoom}/{x}/{y}.mvt?kind=dome,fixed")
    on_the_map = {
        feature["properties"]["id"]
        for feature in mapbox_vector_tile.decode(answer.content)["cameras"]["features"]
        if 0 <= feature["geometry"]["coordinates"][0] < TILE_EXTENT
    }
    corners = f"{box.west},{box.south},{box.east},{box.north}"
    page = browser.open(f"/cameras/?bbox={corners}&kind=dome,fixed")
    numbers = (re.fullmatch(r"/cameras/(\d+)/", to) for to in page.links.values())
    in_the_list = {int(found[1]) for found in numbers if found}
    assert in_the_list == on_the_map
    assert len(in_the_list) == 4
