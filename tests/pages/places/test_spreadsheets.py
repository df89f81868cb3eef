"""Nothing in a cell is taken for a formula, and numbers are rounded to what they can bear."""

import pytest

from mapper.pages.places.spreadsheets import safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_spreadsheet_takes_a_name_for_a_formula(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("cell", "written"), [(1.23456, 1.235), (3, 3), (None, ""), ("a=b", "a=b")]
)
def test_other_cells_stay_what_they_are(cell, written):
    assert safe_cell(cell) == written
