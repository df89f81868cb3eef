"""Which column is meant: the one named on the command line, else the first that sounds right."""

import re
from collections.abc import Sequence

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.table import Table


def column_named(table: Table, asked: str) -> str:
    """The column of a name, whatever its case; raises `RefusedFileError` where there is none."""
    found = [column for column in table.columns if column == asked]
    found += [column for column in table.columns if column.casefold() == asked.casefold()]
    if not found:
        known = ", ".join(table.columns) or "none at all"
        raise RefusedFileError(f"{table.name} has no column “{asked}”: it has {known}.")
    return found[0]


def column_like(table: Table, patterns: Sequence[str]) -> str:
    """The first column that one of some patterns fits, the likeliest pattern first; else none.

    Patterns are of lower-case letters and digits, since people write `Ward_Name` and `wardname`.
    """
    plain = {column: re.sub(r"[^a-z0-9]", "", column.lower()) for column in table.columns}
    for pattern in patterns:
        for column, text in plain.items():
            if re.fullmatch(pattern, text):
                return column
    return ""
