"""The cameras of a place counted, in words."""

from mapper.coverage.figures import Figures
from mapper.pages.places.facts import facts_of
from mapper.pages.places.ways import Ways
from mapper.places.models import Place
from tests.factories.figures import COMPUTED_ON, figures_for, watched_ways


def facts(place, **changed):
    figures = Figures.read(COMPUTED_ON, figures_for(**changed))
    return {fact.name: fact for fact in facts_of(place, figures, Ways.PUBLIC)}


def test_cameras_are_counted_for_people_and_for_streets():
    found = facts(Place(population=5_000, population_year=2025))
    assert found["Cameras"].number == "20"
    assert found["People per camera"].number == "250"
    assert found["People per camera"].words == "5,000 people in 2025"
    assert found["Cameras per 1,000 people"].number == "4"
    assert found["Cameras per km of street"].number == "2"


def test_an_unknown_population_is_not_taken_for_nobody():
    assert facts(Place())["People per camera"].words == "No population is on record"
    nobody = Place(population=0, population_year=2025)
    assert facts(nobody)["People per camera"].words == "Nobody lives here"


def test_without_streets_nothing_is_counted_for_them():
    ways = watched_ways(0, 0, 0)
    assert "Cameras per km of street" not in facts(Place(), ways={"public": ways, "all": ways})


def test_without_cameras_there_is_nothing_to_count():
    assert facts(Place(), total=0) == {}
