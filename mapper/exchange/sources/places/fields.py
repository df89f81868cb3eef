"""Which columns of a file name its places, number them, and count their people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mapper.exchange.sources.notes import RefusedFileError
from mapper.exchange.sources.tables.columns import column_like, column_named
from mapper.exchange.sources.tables.table import Table

# The likeliest first. Statistical offices write a code and a name for each level: WD24CD, WD24NM.
_NAMES = (
    "name", "placename", "fullname", "officialname", r"[a-z]{2,5}\d{2}nm", "nameen", "namelocal",
    r"(ward|district|borough|neighbou?rhood|quarter|city|region|place|area)name", "label", "title",
    "ward", "district", "borough", "neighbou?rhood", "nom", "nombre", "nome", "naam", "navn",
    "nazwa", "bezeichnung",
)  # fmt: skip
_CODES = (
    r"[a-z]{2,5}\d{2}cd", "code", "gsscode", "onscode", "geoid", "fips", "insee", "ags", "nuts",
    r"(ward|district|borough|neighbou?rhood|quarter|city|region|place|area)(code|id|no|number)",
    "id", "ref", "externalid", "globalid", "objectid", "fid",
)  # fmt: skip
_POPULATIONS = (
    "population", "totalpopulation", "populationtotal", r"population(19|20)\d{2}", "totalpop",
    "poptotal", "pop", r"pop(19|20)\d{2}", r"(19|20)\d{2}population", "inhabitants", "residents",
    "einwohner", "poblacion", "popolazione",
)  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFields:
    """Columns by name, empty where there is none, and the year of which the population is."""

    name: str = ""
    code: str = ""
    population: str = ""
    population_year: int | None = None


def fields_of(table: Table, asked: PlaceFields) -> PlaceFields:
    """The columns asked for, and a guess for each of the others.

    Raises `RefusedFileError` where a column asked for is none, where nothing sounds like a name,
    and where a population is asked for without its year.
    """
    name = column_named(table, asked.name) if asked.name else column_like(table, _NAMES)
    if not name:
        known = ", ".join(table.columns) or "none at all"
        raise RefusedFileError(
            f"{table.name} has no column that sounds like a name; say --name-field, one of {known}."
        )
    code = column_named(table, asked.code) if asked.code else column_like(table, _CODES)
    people = (
        column_named(table, asked.population)
        if asked.population
        else column_like(table, _POPULATIONS)
    )
    year = asked.population_year or _year_in(people)
    if asked.population and not year:
        raise RefusedFileError(
            f"Of which year are the people in “{people}”? Say --population-year."
        )
    return PlaceFields(name=name, code=code, population=people, population_year=year)


def told(fields: PlaceFields) -> Iterator[str]:
    """What is read from where, in sentences."""
    yield f"Names are read from “{fields.name}”."
    if fields.code:
        yield f"Codes are read from “{fields.code}”."
    else:
        yield "No column sounds like a code: places are told apart by name (--code-field)."
    if not fields.population:
        yield "No column sounds like a population (--population-field)."
    elif fields.population_year:
        yield f"Populations are read from “{fields.population}”, of {fields.population_year}."
    else:
        yield (
            f"The populations in “{fields.population}” were left: nobody says of which year they"
            " are (--population-year)."
        )


def _year_in(column: str) -> int | None:
    """The year that a column bears in its name."""
    found = _YEAR.search(column)
    return int(found[0]) if found else None
