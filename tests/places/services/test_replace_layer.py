"""Rows of one kind of ground are replaced by what differs, and keep their keys otherwise."""

import pytest

from mapper.places.models import Label, Place, Street
from mapper.places.services.replace_layer import LayerReport, differs, replace_layer
from mapper.settings import limits
from tests.factories.ground_rows import label, place, street
from tests.factories.places import make_ground

pytestmark = pytest.mark.django_db


def replace(model, *rows, ground=None, written=lambda more: None):
    return replace_layer(ground or make_ground(), model, rows, written)


def test_new_rows_are_added_and_equal_ones_left_alone():
    ground = make_ground()
    assert replace(Street, street(1), street(2), ground=ground) == LayerReport(added=2)
    before = list(Street.objects.values())
    assert replace(Street, street(1), street(2), ground=ground) == LayerReport(unchanged=2)
    assert list(Street.objects.values()) == before


def test_changed_rows_keep_their_key_and_vanished_ones_go():
    ground = make_ground()
    replace(Label, label(1), label(2), ground=ground)
    key = Label.objects.get(external_id="node/1").pk
    report = replace(Label, label(1, name="New Town"), ground=ground)
    assert report == LayerReport(changed=1, removed=1)
    assert Label.objects.get().pk == key
    assert Label.objects.get().name == "New Town"


def test_a_place_keeps_the_address_it_once_had():
    ground = make_ground()
    replace(Place, place(1, slug="old-name-1"), ground=ground)
    report = replace(Place, place(1, slug="new-name-1", name="New Name"), ground=ground)
    assert report == LayerReport(changed=1)
    again = replace(
        Place,
        place(1, slug="old-name-1", name="New Name", population=9, population_year=2020),
        ground=ground,
    )
    assert again == LayerReport(changed=1)
    assert (Place.objects.get().slug, Place.objects.get().name) == ("old-name-1", "New Name")


def test_what_holds_a_place_is_no_word_of_the_import():
    ground = make_ground()
    replace(Place, place(1), place(2), ground=ground)
    city = Place.objects.get(external_id="relation/2")
    Place.objects.filter(external_id="relation/1").update(parent=city)
    assert replace(Place, place(1), place(2), ground=ground) == LayerReport(unchanged=2)
    assert Place.objects.get(external_id="relation/1").parent == city


def test_rows_differ_where_one_is_new_gone_or_changed():
    ground = make_ground()
    replace(Street, street(1), street(2), ground=ground)
    assert not differs(ground, Street, [street(2), street(1)])
    assert differs(ground, Street, [street(1)])
    assert differs(ground, Street, [street(1), street(2), street(3)])
    assert differs(ground, Street, [street(1), street(2, name="New Street")])


def test_other_ground_is_not_touched():
    replace(Street, street(1), ground=make_ground(slug="there"))
    replace(Street, ground=make_ground(slug="here"))
    assert Street.objects.count() == 1


def test_it_tells_what_was_written_batch_by_batch(monkeypatch):
    monkeypatch.setattr(limits, "IMPORT_BATCH_ROWS", 2)
    ground, told = make_ground(), []
    replace(Street, *map(street, range(5)), ground=ground, written=told.append)
    changed = [street(number, name="New Street") for number in range(3)]
    replace(Street, *changed, ground=ground, written=told.append)
    assert told == [2, 2, 1, 2, 1]
    assert Street.objects.count() == 3
