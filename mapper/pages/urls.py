"""Addresses of the pages."""

from django.urls import path

from mapper.pages import moderation
from mapper.pages.about import about, about_data, about_figures, about_privacy
from mapper.pages.camera import camera, camera_say
from mapper.pages.camera_list import camera_list
from mapper.pages.map import map_page
from mapper.pages.nearby import nearby
from mapper.pages.offline import manifest, offline, service_worker
from mapper.pages.places import (
    place_csv,
    place_index,
    place_json,
    place_page,
    place_streets,
    place_streets_csv,
    place_what_if,
)
from mapper.pages.report_done import report_done
from mapper.pages.search import search
from mapper.pages.sighting import report
from mapper.pages.sign_in import sign_in, sign_out
from mapper.pages.survey import survey, survey_done, survey_withdraw
from mapper.pages.takedown import takedown, takedown_status
from mapper.pages.walk import walk
from mapper.pages.withdrawal import sighting_withdraw
from mapper.pages.yours import yours

urlpatterns = [
    path("", map_page, name="map"),
    path("cameras/", camera_list, name="camera-list"),
    path("cameras/<int:pk>/", camera, name="camera"),
    path("cameras/<int:pk>/say/", camera_say, name="camera-say"),
    path("places/", place_index, name="places"),
    path("places/<slug:slug>/", place_page, name="place"),
    path("places/<slug:slug>/streets/", place_streets, name="place-streets"),
    path("places/<slug:slug>/streets.csv", place_streets_csv, name="place-streets-csv"),
    path("places/<slug:slug>/what-if/", place_what_if, name="place-what-if"),
    path("places/<slug:slug>/figures.csv", place_csv, name="place-csv"),
    path("places/<slug:slug>/figures.json", place_json, name="place-json"),
    path("report/", report, name="report"),
    path("walk/", walk, name="walk"),
    path("survey/", survey, name="survey"),
    path("survey/done/<receipt>/", survey_done, name="survey-done"),
    path("survey/withdraw/", survey_withdraw, name="survey-withdraw"),
    path("report/done/<str:receipt>/", report_done, name="report-done"),
    path("nearby/", nearby, name="nearby"),
    path("offline/", offline, name="offline"),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("service-worker.js", service_worker, name="service-worker"),
    path("sightings/withdraw/", sighting_withdraw, name="sighting-withdraw"),
    path("search/", search, name="search"),
    path("yours/", yours, name="yours"),
    path("takedown/", takedown, name="takedown"),
    path("takedown/<str:receipt>/", takedown_status, name="takedown-status"),
    path("sign-in/", sign_in, name="sign-in"),
    path("sign-out/", sign_out, name="sign-out"),
    path("moderation/", moderation.queue, name="moderation"),
    path("moderation/cameras/<int:pk>/", moderation.camera, name="moderation-camera"),
    path("moderation/texts/<int:pk>/", moderation.text, name="moderation-text"),
    path("moderation/sightings/", moderation.area, name="moderation-area"),
    path(
        "moderation/sightings/<int:pk>/contributor/",
        moderation.contributor,
        name="moderation-contributor",
    ),
    path("moderation/cells/", moderation.cells, name="moderation-cells"),
    path("moderation/log/", moderation.log, name="moderation-log"),
    path("moderation/acts/<int:pk>/restore/", moderation.restore, name="moderation-restore"),
    path("about/", about, name="about"),
    path("about/data/", about_data, name="about-data"),
    path("about/figures/", about_figures, name="about-figures"),
    path("about/privacy/", about_privacy, name="about-privacy"),
]
