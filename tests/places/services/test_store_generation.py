"""Boundaries come in generations: newer ones retire the older, which keep their rows."""

from datetime import date

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon

from mapper.geometry import Box
from mapper.places.models import Ground, Place
from mapper.places.services.replace_ground import OlderGroundError
from mapper.places.services.replace_layer import LayerReport
from mapper.places.services.store_generation import ElsewhereError, Generation, store_generation
from mapper.vocabulary import Level
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def ward(name, code=None, **told):
    square = MultiPolygon(Polygon.from_bbox((24.9, 60.1, 25.0, 60.2)), srid=4326)
    return Place(
        name=name, level=Level.WARD, boundary=square, external_id=code or name.lower(), **told
    )


def store(*places, day=date(2020, 1, 1), source="city", extent=(24.9, 60.1, 25.0, 60.2), **told):
    generation = Generation(
        source=source,
        level=Level.WARD,
        vintage_on=day,
        extent=Box(*extent),
        **{"title": "City: ward boundaries", "attribution": "© City", **told},
    )
    return store_generation(
        generation=generation, places=places, today=TODAY, written=lambda more: None
    )


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Ground, Place)]


def slugs():
    return list(Place.objects.order_by("pk").values_list("slug", flat=True))


LATER = date(2024, 1, 1)


def test_a_first_generation_is_a_ground_of_its_own():
    report = store(ward("Quay", population=9, population_year=2019), ward("Hill"))
    ground = Ground.objects.get()
    assert report.ground == ground
    assert report.places == LayerReport(added=2)
    assert report.retired is None
    assert (ground.slug, ground.title) == ("city-ward-2020-01-01", "City: ward boundaries")
    assert (ground.attribution, ground.retired_on) == ("© City", None)
    assert slugs() == ["quay", "hill"]


def test_the_same_again_changes_nothing_whatever_its_day():
    store(ward("Quay"), ward("Hill"))
    before = rows()
    assert store(ward("Quay"), ward("Hill")).places == LayerReport(unchanged=2)
    assert rows() == before
    assert store(ward("Hill"), ward("Quay"), day=LATER).places == LayerReport(unchanged=2)
    assert rows() == before


def test_newer_boundaries_retire_the_older_and_take_their_addresses():
    store(ward("Quay", "1"), ward("Hill", "2"))
    old = dict(Place.objects.values_list("name", "pk"))
    report = store(ward("Old Quay", "1"), ward("Marsh", "3"), day=LATER)
    assert report.retired == Ground.objects.get(slug="city-ward-2020-01-01")
    assert report.retired.retired_on == TODAY
    assert slugs() == ["quay-2020", "hill-2020", "quay", "marsh"]
    assert Place.objects.get(slug="quay-2020").pk == old["Quay"]
    assert Place.objects.get(slug="quay").name == "Old Quay"
    assert set(Place.objects.current().values_list("name", flat=True)) == {"Old Quay", "Marsh"}


def test_a_third_generation_finds_another_slug_for_the_second():
    store(ward("Quay"))
    store(ward("Quay", population=1, population_year=2020), day=date(2020, 6, 1))
    store(ward("Quay", population=2, population_year=2020), day=LATER)
    assert slugs() == ["quay-2020", "quay-2020-2", "quay"]
    assert Ground.objects.current().get().slug == "city-ward-2024-01-01"


def test_another_file_of_the_same_day_corrects_it():
    store(ward("Quay"), ward("Hill"))
    key = Place.objects.get(name="Quay").pk
    report = store(ward("Quay", population=5, population_year=2019), ward("Marsh"))
    assert report.places == LayerReport(added=1, changed=1, removed=1)
    assert report.retired is None
    assert Place.objects.get(slug="quay").pk == key
    assert Ground.objects.get().revision == 1


def test_a_new_attribution_is_taken_over():
    store(ward("Quay"))
    store(ward("Quay"), attribution="© Harbour")
    assert Ground.objects.get().attribution == "© Harbour"


def test_older_boundaries_are_refused():
    store(ward("Quay"), day=LATER)
    before = rows()
    with pytest.raises(OlderGroundError, match="of 2020-01-01, but those of 2024-01-01 are known"):
        store(ward("Hill"))
    assert rows() == before


def test_boundaries_of_another_town_need_a_source_of_their_own():
    store(ward("Quay"))
    before = rows()
    with pytest.raises(ElsewhereError, match="lies wholly beside “City: ward boundaries”"):
        store(ward("Hill"), day=LATER, extent=(10.0, 50.0, 11.0, 51.0))
    assert rows() == before


def test_other_sources_and_levels_are_left_alone():
    store(ward("Quay"), source="city-ward")
    store(ward("Quay"), day=LATER)
    assert Ground.objects.current().count() == 2
    assert slugs() == ["quay", "quay-2"]


def test_slugs_are_told_apart_and_made_of_what_there_is():
    make_place("Somewhere", slug="quay")
    store(ward("Quay", "1"), ward("Quay", "2"), ward("市", "E 05"), ward("Ü" * 200, "4"))
    assert slugs()[1:] == ["quay-2", "quay-3", "ward-e-05", "u" * 90]
