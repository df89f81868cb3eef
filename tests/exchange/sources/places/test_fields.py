"""The columns of names, codes and people are named, or guessed, and said in sentences."""

import pytest

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.places.fields import PlaceFields, fields_of, told
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from tests.factories.tables import write_csv


def table(folder, *columns):
    return read_table(write_csv(folder, columns, ["x"] * len(columns)), watch=unwatched)


@pytest.mark.parametrize(
    ("columns", "name", "code", "people", "year"),
    [
        (("Name", "Population"), "Name", "", "Population", None),
        (("WD24CD", "WD24NM", "LONG"), "WD24NM", "WD24CD", "", None),
        (("GEOID", "NAMELSAD", "NAME", "POP2020"), "NAME", "GEOID", "POP2020", 2020),
        (("id", "neighborhood", "pop"), "neighborhood", "id", "pop", None),
    ],
)
def test_columns_are_guessed(tmp_path, columns, name, code, people, year):
    assert fields_of(table(tmp_path, *columns), PlaceFields()) == PlaceFields(
        name=name, code=code, population=people, population_year=year
    )


def test_columns_that_are_named_go_first(tmp_path):
    found = fields_of(
        table(tmp_path, "name", "nickname", "id", "no", "pop", "people2011"),
        PlaceFields(name="NickName", code="no", population="people2011", population_year=2012),
    )
    assert found == PlaceFields(
        name="nickname", code="no", population="people2011", population_year=2012
    )


def test_a_population_asked_for_needs_its_year(tmp_path):
    with pytest.raises(RefusedFileError, match="Of which year are the people in “Pop”"):
        fields_of(table(tmp_path, "name", "Pop"), PlaceFields(population="pop"))


def test_without_a_name_nothing_can_be_stored(tmp_path):
    with pytest.raises(RefusedFileError, match="sounds like a name; say --name-field, one of a, b"):
        fields_of(table(tmp_path, "a", "b"), PlaceFields())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            PlaceFields(name="n"),
            [
                "Names are read from “n”.",
                "No column sounds like a code: places are told apart by name (--code-field).",
                "No column sounds like a population (--population-field).",
            ],
        ),
        (
            PlaceFields(name="n", code="c", population="p", population_year=2010),
            [
                "Names are read from “n”.",
                "Codes are read from “c”.",
                "Populations are read from “p”, of 2010.",
            ],
        ),
    ],
)
def test_what_is_read_is_said(fields, said):
    assert list(told(fields)) == said


def test_people_without_a_year_are_left_and_that_is_said():
    *_, last = told(PlaceFields(name="n", population="p"))
    assert last == (
        "The populations in “p” were left: nobody says of which year they are (--population-year)."
    )
