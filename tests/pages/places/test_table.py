"""Every figure of a place as one flat table."""

from mapper.coverage.figures import Figures
from mapper.pages.places.table import entries_of
from mapper.places.models import Place
from tests.factories.figures import COMPUTED_ON, figures_for

PLACE = Place(population=5_000, population_year=2025)


def entries(**changed):
    figures = Figures.read(COMPUTED_ON, figures_for(**changed))
    return {entry.figure: entry for entry in entries_of(PLACE, figures)}


def test_every_figure_has_a_name_of_its_own_and_three_values():
    found = entries()
    assert len(found) == len(entries_of(PLACE, Figures.read(COMPUTED_ON, figures_for())))
    assert found["ways.all.recognise.face_recognition"][3:] == (50, 125, 200)
    assert found["sensitive.school.observe"][3:] == (0.2, 0.5, 0.7)
    assert found["cameras.facing_unknown"][3:] == (7, 7, 7)
    assert found["index.cameras_per_km"].central == 2


def test_kinds_of_places_that_were_not_counted_are_absent():
    assert not [name for name in entries(sensitive={}) if name.startswith("sensitive")]


def test_without_figures_only_the_population_is_known():
    assert [entry.figure for entry in entries_of(PLACE, None)] == ["population"]
