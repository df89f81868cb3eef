"""The names of the levels where there are several places of one."""

from mapper.vocabulary import Level
from mapper.vocabulary.counting import counted

_PLURALS = {
    Level.COUNTRY: "countries",
    Level.REGION: "regions",
    Level.CITY: "cities",
    Level.DISTRICT: "districts",
    Level.WARD: "wards",
}


def plural_of(level: str) -> str:
    """Several places of a level: `wards`."""
    return _PLURALS[Level(level)]


def level_counted(level: str, number: int) -> str:
    """So many places of a level: `1 ward`, `12 wards`."""
    return counted(number, Level(level).label.lower(), plural_of(level))
