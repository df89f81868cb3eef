"""Positions of any coordinate system become degrees; nonsense becomes no position."""

import json

import numpy as np
import pytest
import shapely
from django.contrib.gis.gdal import GDALException, OGRGeometry

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables import degrees as module
from mapper.exchange.sources.tables.degrees import positions_in_degrees, shapes_in_degrees

GREENWICH = [538_874.2, 177_344.4]
NONSENSE = [[np.nan, 1.0], [np.inf, 2.0], [1e30, 5.0]]


def test_a_grid_becomes_degrees_longitude_first():
    found = positions_in_degrees(np.array([GREENWICH]), "EPSG:27700")
    assert found[0] == pytest.approx([-0.0017, 51.4778], abs=1e-3)


@pytest.mark.parametrize("crs", ["EPSG:27700", "27700"])
def test_what_cannot_be_placed_is_nan_and_the_rest_stays(crs):
    found = positions_in_degrees(np.array([GREENWICH, *NONSENSE, GREENWICH]), crs)
    assert np.isnan(found).all(axis=1).tolist() == [False, True, True, True, False]


def test_degrees_stay_as_they_are_unless_off_the_earth():
    given = np.array([[24.9, 60.1], [181.0, 60.0], [24.9, 91.0], [np.nan, 1.0]])
    found = positions_in_degrees(given, "EPSG:4326")
    assert found[0].tolist() == [24.9, 60.1]
    assert np.isnan(found[1:]).all()


def test_of_nothing_comes_nothing():
    assert positions_in_degrees(np.empty((0, 2)), "EPSG:27700").shape == (0, 2)


def test_one_that_fails_does_not_take_the_others_along(monkeypatch):
    class Failing(OGRGeometry):
        def transform(self, *told, **more):
            if "7 7" in self.wkt:
                raise GDALException("OGR failure.")
            super().transform(*told, **more)

    monkeypatch.setattr(module, "OGRGeometry", Failing)
    found = positions_in_degrees(np.array([GREENWICH, [7.0, 7.0], GREENWICH]), "EPSG:27700")
    assert np.isnan(found[:, 0]).tolist() == [False, True, False]


def test_a_coordinate_system_nobody_knows_is_refused():
    for crs in ("EPSG:99999", "rubbish"):
        with pytest.raises(RefusedFileError, match="is no coordinate system known here"):
            positions_in_degrees(np.array([GREENWICH]), crs)


def test_shapes_are_moved_whole_or_not_at_all():
    right = shapely.box(538_000, 177_000, 539_000, 178_000)
    wrong = shapely.LineString([GREENWICH, [1e30, 5.0]])
    given = np.array([right, None, wrong, shapely.Point()], dtype=object)
    found = shapes_in_degrees(given, "EPSG:27700")
    assert found[0].centroid.y == pytest.approx(51.479, abs=1e-2)
    assert found[1] is None
    assert found[2] is None
    assert found[3].is_empty
    assert given[0].bounds[0] == 538_000


def test_london_lands_where_its_own_degrees_say(shared_data):
    rows = json.loads((shared_data / "tfl-jamcams-2012/cameras.json").read_text())["cameras"]
    grid = np.array([[float(row["easting"]), float(row["northing"])] for row in rows])
    told = np.array([[float(row["lng"]), float(row["lat"])] for row in rows])
    away = (positions_in_degrees(grid, "EPSG:27700") - told) * [69_300, 111_300]
    assert np.hypot(*away.T).max() < 5
