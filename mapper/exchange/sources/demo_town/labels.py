"""The words that mark everything of the demo town as invented."""

SLUG = "demo"
"""Of the ground and of the source."""

TOWN_NAME = "Thistlequay (invented)"
GROUND_TITLE = "Thistlequay, the invented demo town"
SOURCE_TITLE = "Thistlequay camera list (invented)"
ATTRIBUTION = "Invented by Mapper: no such town, no such cameras"
LICENCE = "CC0-1.0"

CONTRIBUTOR_MARK = "demo"
"""How the hashes of invented contributors begin: no hash of a real key holds these letters."""
