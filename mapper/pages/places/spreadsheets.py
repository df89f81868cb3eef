"""Cells as a spreadsheet may take them: no formulas, and numbers rounded to what they can bear."""

DIGITS = 3
"""Digits after the point: millimetres, and thousandths of a share."""

# A spreadsheet takes a cell that begins so for a formula, and would work it out.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers rounded to what they can bear."""
    if isinstance(cell, float):
        return round(cell, DIGITS)
    text = "" if cell is None else cell
    if isinstance(text, str) and text.startswith(_FORMULA_STARTS):
        return f"'{text}"
    return text
