"""A file of boundaries is stored whole and nested, or refused in a sentence."""

import os
from datetime import UTC, date, datetime

import pytest
import shapely

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.places.fields import PlaceFields
from mapper.exchange.sources.places.store_places import Wanted, import_places
from mapper.exchange.sources.watching import unwatched
from mapper.places.models import Ground, Place
from mapper.vocabulary import Level
from tests.factories.places import make_place
from tests.factories.tables import ward, write_csv, write_geojson

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def store(path, watch=unwatched, **told):
    return import_places(path, Wanted(**{"level": Level.WARD, **told}), today=TODAY, watch=watch)


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (Ground, Place)]


def test_the_file_says_source_and_day_where_nobody_else_does(tmp_path):
    path = write_geojson(tmp_path, ward("Quay"), ward("Hill", 24.95))
    os.utime(path, (0, datetime(2024, 5, 6, 12, tzinfo=UTC).timestamp()))
    report = store(path)
    ground = Ground.objects.get()
    assert (ground.slug, ground.title) == ("wards-ward-2024-05-06", "wards: ward boundaries")
    assert ground.extent.extent == (24.9, 60.1, 25.0, 60.2)
    assert report.crs == "EPSG:4326"
    assert Place.objects.count() == 2


def test_what_is_asked_for_goes_before_what_the_file_says(tmp_path):
    square = shapely.box(538_000, 177_000, 539_000, 178_000)
    path = write_geojson(tmp_path, (square, {"name": "Quay", "no": 7, "pop": 12}))
    store(
        path,
        crs="EPSG:27700",
        source="City of Testing",
        attribution="© City",
        vintage_on=date(2020, 1, 1),
        fields=PlaceFields(code="no", population="pop", population_year=2011),
    )
    place = Place.objects.get()
    assert (place.external_id, place.population, place.population_year) == ("7", 12, 2011)
    assert place.boundary.centroid.y == pytest.approx(51.479, abs=0.01)
    assert place.ground.slug == "city-of-testing-ward-2020-01-01"
    assert place.ground.attribution == "© City"


def test_places_are_nested_and_the_stages_told(tmp_path):
    city = make_place("City", (24.0, 60.0, 26.0, 61.0), level=Level.CITY)
    stages = []
    report = store(
        write_geojson(tmp_path, ward("Quay")), watch=lambda *told: stages.append(told[0])
    )
    assert Place.objects.get(name="Quay").parent == city
    assert report.nested == 1
    assert list(dict.fromkeys(stages)) == [
        "Reading rows",
        "Storing places",
        "Finding what holds what",
    ]


def test_the_same_file_again_changes_not_one_row(tmp_path):
    path = write_geojson(tmp_path, ward("Quay"), ward("Hill", 24.95))
    store(path)
    before = rows()
    os.utime(path, (0, 0))
    with pytest.raises(RefusedFileError, match="are known already"):
        store(path)
    os.utime(path)
    assert not store(path, vintage_on=date(2030, 1, 1)).generation.places.differs
    assert rows() == before


def test_outlines_from_a_grid_are_the_same_when_they_come_again(tmp_path):
    path = write_geojson(
        tmp_path,
        *(
            (shapely.Point(530_000 + 777 * number, 180_000).buffer(333), {"name": f"Ward {number}"})
            for number in range(20)
        ),
    )
    assert store(path, crs="EPSG:27700").generation.places.added == 20
    before = rows()
    assert store(path, crs="EPSG:27700").generation.places.unchanged == 20
    assert rows() == before


def test_a_dry_run_reports_and_stores_nothing(tmp_path):
    report = store(write_geojson(tmp_path, ward("Quay")), dry_run=True)
    assert report.generation.places.added == 1
    assert rows() == [[], []]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"source": "!"}, "“!” is no name of a source: 1 to 30 letters"),
        ({"source": "x" * 31}, "is no name of a source"),
        ({"crs": "EPSG:99999"}, "“EPSG:99999” is no coordinate system known here."),
        ({"fields": PlaceFields(name="nom")}, "has no column “nom”"),
        ({"layer": "roads"}, "has no layer “roads”"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(tmp_path, told, reason):
    with pytest.raises(RefusedFileError, match=reason):
        store(write_geojson(tmp_path, ward("Quay")), **told)
    assert rows() == [[], []]


def test_a_file_that_says_no_coordinate_system_is_refused(tmp_path):
    path = write_csv(tmp_path, ("name", "code"), ("Quay", 1))
    with pytest.raises(RefusedFileError, match="says no coordinate system: name it with --crs"):
        store(path)


def test_a_file_without_any_place_is_refused_with_its_first_reason(tmp_path):
    path = write_geojson(tmp_path, (None, {"name": "Bare"}))
    with pytest.raises(RefusedFileError) as refused:
        store(path)
    assert str(refused.value) == (
        "wards.geojson holds no place that can be stored. row 1 “Bare”: has no outline."
    )


def test_boundaries_elsewhere_are_refused(tmp_path):
    store(write_geojson(tmp_path, ward("Quay")), source="city")
    far = write_geojson(tmp_path, (shapely.box(10, 50, 11, 51), {"name": "Far"}), name="far.json")
    with pytest.raises(RefusedFileError, match=r"^far.json was refused: it lies wholly beside"):
        store(far, source="city", vintage_on=date(2030, 1, 1))


def test_it_is_all_or_nothing(tmp_path, monkeypatch):
    store(write_geojson(tmp_path, ward("Quay")), source="city", vintage_on=date(2020, 1, 1))
    before = rows()

    def fails():
        raise RuntimeError("the line was cut")

    monkeypatch.setattr("mapper.exchange.sources.places.store_places.nest_places", fails)
    with pytest.raises(RuntimeError):
        store(write_geojson(tmp_path, ward("Hill")), source="city", vintage_on=date(2024, 1, 1))
    assert rows() == before


def test_baltimore_has_its_neighbourhoods_with_their_people(shared_data):
    folder = shared_data / "baltimore-citiwatch"
    districts = folder / "council_districts_DERIVED_wgs84.geojson.gz"
    store(districts, level=Level.DISTRICT, source="council")
    report = store(
        folder / "neighborhoods_2010census.geojson.gz",
        source="Baltimore City",
        fields=PlaceFields(population_year=2010),
    )
    wards = Place.objects.filter(level=Level.WARD)
    assert wards.count() == 278
    assert wards.filter(population=0).count() == 22
    assert sum(wards.values_list("population", flat=True)) == pytest.approx(620_175, abs=3)
    assert [note.text for note in report.notes.remarked if "repaired" in note.text] == [
        "its outline crossed itself and was repaired"
    ]
    assert report.notes.refused == []
    assert not wards.exclude(parent__level=Level.DISTRICT).exists()
