"""What every page with a map tells its script."""

import pytest

from mapper.pages.base_map import base_map, box_text
from tests.factories.places import make_ground

pytestmark = pytest.mark.django_db


def test_the_map_begins_at_the_first_ground_and_thanks_them_all_once():
    one = make_ground("one", extent=(1, 2, 3, 4), attribution="Us")
    others = [make_ground("two", attribution="Us"), make_ground("three", attribution="")]
    context = base_map([one, *others])
    assert context["start"] == box_text(one) == "1.000000,2.000000,3.000000,4.000000"
    assert context["attributions"] == ["Us"]


def test_without_ground_the_script_decides_where_to_begin():
    context = base_map([])
    assert (context["start"], context["attributions"]) == ("", [])


def test_a_new_import_changes_the_address_of_the_base_tiles():
    before = base_map([])["base_tiles"]
    make_ground()
    assert base_map([])["base_tiles"] != before
