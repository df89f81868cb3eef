"""New ground takes the place of the older ground inside its extent, and of nothing else."""

from datetime import date, timedelta

import pytest

from mapper.geometry import Box
from mapper.places.models import Ground, Label, Street
from mapper.places.services.replace_ground import GroundTitle, OlderGroundError, replace_ground
from tests.factories.ground_rows import label, street
from tests.factories.places import make_ground

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 1)
TOWN = Box(24.9, 60.1, 25.0, 60.2)


def replace(layers, extent=TOWN, day=DAY, slug="osm--town", family="osm--"):
    title = GroundTitle(slug=slug, title=slug, attribution="© somebody", vintage_on=day)
    return replace_ground(
        title=title, family=family, extent=extent, layers=layers, written=lambda more: None
    )


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Ground, Street, Label)]


def test_ground_is_stored_with_its_rows():
    report = replace({Street: [street(1), street(2)], Label: [label(1)]})
    ground = Ground.objects.get()
    assert (ground.slug, ground.vintage_on, ground.attribution) == ("osm--town", DAY, "© somebody")
    assert ground.extent.extent == (24.9, 60.1, 25.0, 60.2)
    assert report.layers[Street].added == 2
    assert Label.objects.get().ground == ground


def test_the_same_ground_again_changes_not_one_row():
    replace({Street: [street(1)], Label: [label(1)]})
    before = rows()
    replace({Street: [street(1)], Label: [label(1)]})
    assert rows() == before


def test_kinds_not_given_stay():
    replace({Street: [street(1)], Label: [label(1)]})
    report = replace({Street: []})
    assert report.layers[Street].removed == 1
    assert Label.objects.count() == 1


def test_a_later_extract_a_little_smaller_is_the_same_ground():
    replace({Street: [street(1)]})
    later = DAY + timedelta(days=9)
    report = replace({Street: []}, Box(24.902, 60.102, 25.0, 60.2), day=later, slug="osm--other")
    assert (report.ground.slug, report.ground.vintage_on) == ("osm--town", later)
    assert Ground.objects.count() == 1


def test_a_wider_extract_takes_over_all_the_ground_inside_it():
    replace({Street: [street(1)]}, Box(24.9, 60.1, 24.94, 60.2), slug="osm--west")
    replace({Street: [street(2)]}, Box(24.96, 60.1, 25.0, 60.2), slug="osm--east")
    report = replace({Street: [street(1), street(2)]})
    assert report.ground.slug == "osm--east"
    assert report.absorbed == ["osm--west"]
    assert (Ground.objects.count(), Street.objects.count()) == (1, 2)


def test_ground_beside_it_or_of_another_family_stays():
    make_ground(slug="demo")
    replace({Street: [street(1)]}, Box(24.8, 60.1, 24.91, 60.2), slug="osm--beside")
    replace({Street: [street(1)]})
    assert Ground.objects.count() == 3
    assert Street.objects.count() == 2


def test_ground_of_a_single_point_belongs_where_it_lies():
    replace({}, Box(24.95, 60.15, 24.95, 60.15), slug="osm--point")
    replace({}, Box(10.0, 60.1, 11.0, 60.2), slug="osm--elsewhere")
    assert Ground.objects.count() == 2
    replace({})
    assert Ground.objects.filter(slug="osm--point").exists()
    assert Ground.objects.count() == 2


def test_two_grounds_of_one_name_get_a_slug_each():
    for west in (10.0, 20.0, 30.0):
        replace({}, Box(west, 60.1, west + 1, 60.2))
    slugs = Ground.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["osm--town", "osm--town-2", "osm--town-3"]


def test_ground_older_than_what_is_stored_is_refused():
    replace({Street: [street(1)]})
    before = rows()
    with pytest.raises(OlderGroundError, match="already known from 2026-05-01"):
        replace({Street: []}, day=DAY - timedelta(days=1))
    assert rows() == before
