"""A list is one more voice: stored whole, the same again changes nothing, or refused."""

import os
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from mapper.cameras.models import Camera, Event, Source, SourceKind, SourceRecord
from mapper.exchange.sources.lists.fields import ListFields
from mapper.exchange.sources.lists.store_list import Owner, Wanted, import_list, source_of
from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.places.fields import PlaceFields
from mapper.exchange.sources.places.store_places import Wanted as WantedPlaces
from mapper.exchange.sources.places.store_places import import_places
from mapper.exchange.sources.watching import unwatched
from mapper.places.models import Place
from mapper.vocabulary import Level, OperatorType, Role, State
from tests.factories.cameras import make_camera, make_source
from tests.factories.tables import write_csv

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)
LATER = date(2026, 9, 1)
NUMBERED = ListFields(columns={"ref": "id"})
COLUMNS = ("id", "lon", "lat")
ROWS = [(number, 24.9 + number / 100, 60.1) for number in range(1, 9)]


def store(path, watch=unwatched, day=DAY, **told):
    values = {"owner": Owner(name="City Watch"), "fields": NUMBERED, "vintage_on": day, **told}
    return import_list(path, Wanted(**values), watch=watch, by=Role.IMPORTER)


def rows():
    models = (Source, Camera, SourceRecord, Event)
    return [list(model.objects.order_by("pk").values()) for model in models]


def write(folder, *listed):
    return write_csv(folder, COLUMNS, *listed)


def test_every_row_is_a_camera_of_which_one_voice_has_told(tmp_path):
    report = store(write(tmp_path, *ROWS))
    assert report.cameras.added == 8
    source = Source.objects.get()
    assert (source.slug, source.title, source.kind) == ("city-watch", "City Watch", SourceKind.LIST)
    camera = Camera.objects.get(ref="1")
    assert (camera.state, camera.voices, camera.last_seen_on) == (State.UNCONFIRMED, 1, DAY)
    record = camera.records.get()
    assert (record.external_id, record.seen_on, record.first_vintage_on) == ("1", None, DAY)


def test_the_same_file_again_changes_not_one_row(tmp_path):
    path = write(tmp_path, *ROWS)
    store(path)
    before = rows()
    assert store(path).cameras.unchanged == 8
    assert rows() == before


def test_the_file_says_its_day_where_nobody_else_does(tmp_path):
    path = write(tmp_path, *ROWS)
    os.utime(path, (0, datetime(2024, 5, 6, 12, tzinfo=UTC).timestamp()))
    assert store(path, day=None).vintage_on == date(2024, 5, 6)


def test_a_newer_list_moves_adds_and_misses_and_makes_nothing_fresher(tmp_path):
    store(write(tmp_path, *ROWS))
    newer = [*ROWS[2:], (1, 24.95, 60.2), (9, -70.0, -30.0)]
    report = store(write(tmp_path, *newer), day=LATER)
    assert (report.cameras.added, report.cameras.moved, report.cameras.missing) == (1, 1, 1)
    assert SourceRecord.objects.get(external_id="2").missing_since == LATER
    kept = Camera.objects.get(ref="3")
    assert kept.last_seen_on == DAY


def test_what_is_refused_is_not_missing(tmp_path):
    store(write(tmp_path, *ROWS))
    report = store(write(tmp_path, *ROWS[1:], (1, "", "")), day=LATER)
    assert report.cameras.missing == 0
    assert [str(note) for note in report.notes.refused] == ["row 8 (“1”): has no position"]


def test_a_list_without_most_of_its_cameras_is_refused_until_somebody_looked(tmp_path):
    store(write(tmp_path, *ROWS))
    before = rows()
    with pytest.raises(RefusedFileError, match="say --accept-missing"):
        store(write(tmp_path, *ROWS[:1]), day=LATER)
    assert rows() == before
    assert store(write(tmp_path, *ROWS[:1]), day=LATER, accept_missing=True).cameras.missing == 7


def test_a_list_older_than_what_is_known_is_refused(tmp_path):
    store(write(tmp_path, *ROWS), day=LATER)
    with pytest.raises(RefusedFileError, match=r"^list.csv was refused: this vintage is of 2026"):
        store(write(tmp_path, *ROWS))


def test_a_camera_beside_it_from_elsewhere_is_left_alone(tmp_path):
    other = make_camera(24.91, 60.1)
    store(write(tmp_path, *ROWS))
    assert Camera.objects.count() == 9
    other.refresh_from_db()
    assert (other.voices, other.state) == (1, State.UNCONFIRMED)


def test_a_camera_at_a_private_home_is_only_ever_counted(tmp_path):
    store(
        write(tmp_path, *ROWS),
        fields=ListFields(columns={"ref": "id"}, tags={"operator:type": "residential"}),
    )
    assert set(Camera.objects.values_list("operator_type", flat=True)) == {
        OperatorType.PRIVATE_HOME
    }
    assert not Camera.objects.public().exists()
    assert not Camera.objects.filter(home_cell__isnull=True).exists()


def test_a_dry_run_reports_and_stores_nothing(tmp_path):
    assert store(write(tmp_path, *ROWS), dry_run=True).cameras.added == 8
    assert rows() == [[], [], [], []]


def test_a_list_without_any_camera_is_refused_with_its_first_reason(tmp_path):
    with pytest.raises(RefusedFileError) as refused:
        store(write(tmp_path, (1, "", "")))
    assert str(refused.value) == (
        "list.csv holds no camera that can be stored. row 1 (“1”): has no position."
    )


def test_what_is_told_of_the_owner_is_kept_and_put_right():
    owner = Owner(name="City Watch", licence="OGL", attribution="© City")
    source_of(owner)
    source = source_of(Owner(name="City Watch", address="https://city.example/cctv", licence="PD"))
    stored = Source.objects.get()
    assert stored == source
    assert (stored.licence, stored.attribution) == ("PD", "© City")
    assert stored.address == "https://city.example/cctv"


@pytest.mark.parametrize("name", ["", "!", "x" * 51])
def test_a_source_needs_a_name(name):
    with pytest.raises(RefusedFileError, match="is no name of a source"):
        source_of(Owner(name=name))


def test_the_name_of_another_sort_of_source_is_refused():
    make_source("osm")
    with pytest.raises(RefusedFileError, match="The source “osm” is not somebody’s list"):
        source_of(Owner(name="OSM"))


@pytest.fixture
def baltimore(shared_data):
    """The 614 cameras of the city's register, its council districts and its neighbourhoods."""
    folder = shared_data / "baltimore-citiwatch"
    columns = {"ref": "ID", "name": "CouncilDistrict", "operator": "Neighborhood"}
    report = store(
        folder / "CCTV_Locations.csv",
        fields=ListFields(columns=columns),
        day=date(2014, 10, 22),
    )
    assert report.cameras.added == Camera.objects.count() == 614
    for name, level in (
        ("council_districts_DERIVED_wgs84.geojson.gz", Level.DISTRICT),
        ("neighborhoods_2010census.geojson.gz", Level.WARD),
    ):
        fields = PlaceFields(population_year=2010)
        wanted = WantedPlaces(level=level, source=f"{level}", fields=fields)
        import_places(folder / name, wanted, today=DAY, watch=unwatched)


def inside(level):
    """For every place of a level, the tags of the cameras that stand in it."""
    return {
        place: list(
            SourceRecord.objects.filter(camera__location__coveredby=place.boundary).values_list(
                "tags", flat=True
            )
        )
        for place in Place.objects.filter(level=level)
    }


def test_baltimore_stands_where_its_register_says(baltimore):
    assert Camera.objects.values("location").distinct().count() < 614
    districts, wards = inside(Level.DISTRICT), inside(Level.WARD)
    right = [
        place.name == f"District {one.get('name')}"
        for place in districts
        for one in districts[place]
    ]
    assert sum(right) == 610
    named = [place.name == one.get("operator") for place in wards for one in wards[place]]
    assert sum(named) == 606


def test_baltimore_has_its_known_rates(baltimore):
    wards = inside(Level.WARD)
    assert sum(place.population == 0 for place in wards) == 22
    by_boundary = Counter(
        {
            place.name: round(len(found) / place.population * 1000, 1)
            for place, found in wards.items()
            if place.population
        }
    )
    # The ninth camera in Downtown West stands 14 cm inside it; the register counts it next door.
    assert by_boundary.most_common(3) == [
        ("Pleasant View Gardens", 29.5),
        ("University Of Maryland", 28.4),
        ("Downtown West", 24.6),
    ]
    assert Place.objects.get(name="Downtown West").population == 366
    own = SourceRecord.objects.filter(tags__operator="Downtown West").count()
    assert round(own / 366 * 1000, 1) == 21.9


def test_london_lands_where_its_own_degrees_say(shared_data):
    path = shared_data / "tfl-jamcams-2012/cameras.json"
    for name, fields, crs in (
        ("grid", ListFields(lon="easting", lat="northing", columns={"ref": "id"}), "EPSG:27700"),
        ("degrees", ListFields(columns={"ref": "id"}), ""),
    ):
        report = store(path, owner=Owner(name=name), fields=fields, crs=crs)
        assert report.cameras.added == 73
    spots = {
        name: dict(records.values_list("external_id", "location"))
        for name in ("grid", "degrees")
        for records in [SourceRecord.objects.filter(source__slug=name)]
    }
    away = [spot.distance(spots["grid"][ref]) for ref, spot in spots["degrees"].items()]
    assert max(away) < 0.0001
