"""A column is found by its name, whatever its case, or guessed by what it sounds like."""

import pytest

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.columns import column_like, column_named
from mapper.exchange.sources.tables.table import read_table
from mapper.exchange.sources.watching import unwatched
from tests.factories.tables import write_csv


@pytest.fixture
def table(tmp_path):
    path = write_csv(tmp_path, ("Ward_Name", "WD24CD", "ward_name", "Pop"), ("Quay", "E05", "q", 1))
    return read_table(path, watch=unwatched)


def test_the_very_name_goes_before_another_case(table):
    assert column_named(table, "ward_name") == "ward_name"
    assert column_named(table, "wd24cd") == "WD24CD"


def test_a_name_that_is_none_is_refused_with_those_there_are(table):
    with pytest.raises(RefusedFileError) as refused:
        column_named(table, "people")
    assert str(refused.value) == (
        "list.csv has no column “people”: it has Ward_Name, WD24CD, ward_name, Pop."
    )


def test_the_likeliest_pattern_goes_first(table):
    assert column_like(table, (r"[a-z]{2}\d{2}cd", "wardname")) == "WD24CD"
    assert column_like(table, ("name", "wardname")) == "Ward_Name"
    assert column_like(table, ("name",)) == ""
