"""Addresses of the tiles."""

from django.urls import path

from mapper.tiles.base_tiles import base_tile
from mapper.tiles.camera_tiles import camera_tile
from mapper.tiles.coverage_tiles import coverage_tile
from mapper.tiles.survey_tiles import survey_tile
from mapper.tiles.tilejson import (
    base_tilejson,
    cameras_tilejson,
    coverage_tilejson,
    views_tilejson,
)
from mapper.tiles.view_tiles import view_tile

urlpatterns = [
    path("tiles/cameras/<int:z>/<int:x>/<int:y>.mvt", camera_tile, name="tile-cameras"),
    path("tiles/base/<int:z>/<int:x>/<int:y>.mvt", base_tile, name="tile-base"),
    path("tiles/surveys/<int:z>/<int:x>/<int:y>.mvt", survey_tile, name="tile-surveys"),
    path("tiles/views/<int:z>/<int:x>/<int:y>.mvt", view_tile, name="tile-views"),
    path("tiles/coverage/<int:z>/<int:x>/<int:y>.mvt", coverage_tile, name="tile-coverage"),
    path("tiles/cameras.json", cameras_tilejson, name="tilejson-cameras"),
    path("tiles/base.json", base_tilejson, name="tilejson-base"),
    path("tiles/views.json", views_tilejson, name="tilejson-views"),
    path("tiles/coverage.json", coverage_tilejson, name="tilejson-coverage"),
]
