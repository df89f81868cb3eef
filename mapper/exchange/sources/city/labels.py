"""The words that mark everything of the city as invented."""

SLUG = "invented-city"
"""Of the ground and of the source."""

CITY_NAME = "Lanternhithe (invented)"
GROUND_TITLE = "Lanternhithe, the invented city"
SOURCE_TITLE = "Lanternhithe camera list (invented)"
ATTRIBUTION = "Invented by Mapper: no such city, no such cameras"
LICENCE = "CC0-1.0"

OPERATOR_ENDING = " of Lanternhithe (invented)"
"""How the name of every invented operator ends: no other operator's does."""
