"""What a survey tile asks the database."""

from datetime import date

import pytest
import shapely

from mapper.geometry import Box
from mapper.settings import limits
from mapper.tiles.survey_rows import surveys_in
from tests.factories.cameras import HERE, SEEN_ON, make_camera, make_home_camera
from tests.factories.places import around
from tests.factories.surveys import make_survey

pytestmark = pytest.mark.django_db
BOX = Box(*around())


def test_the_newest_come_last_with_what_they_found():
    newer = make_survey(seen=[make_camera(), make_home_camera()])
    older = make_survey(looked_on=date(2025, 1, 2))
    rows = surveys_in(BOX)
    assert [(row.id, row.looked_on, row.found) for row in rows] == [
        (older.pk, date(2025, 1, 2), 0),
        (newer.pk, SEEN_ON, 1),
    ]
    assert shapely.bounds(rows[0].shape) == pytest.approx(older.area.extent)


def test_what_was_taken_back_and_what_lies_elsewhere_is_left_out():
    make_survey(withdrawn_on=SEEN_ON)
    make_survey(HERE[0] + 1)
    assert surveys_in(BOX) == []


def test_of_too_many_the_newest_are_drawn(monkeypatch):
    monkeypatch.setattr(limits, "SURVEYS_PER_TILE", 1)
    newest = make_survey()
    make_survey(looked_on=date(2025, 1, 2))
    assert [row.id for row in surveys_in(BOX)] == [newest.pk]
