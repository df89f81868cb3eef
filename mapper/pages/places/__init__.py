"""Places: their figures side by side, each on a page of its own, and to take along."""

from mapper.pages.places.downloads import place_csv, place_json
from mapper.pages.places.index import place_index
from mapper.pages.places.page import place_page
from mapper.pages.places.streets import place_streets, place_streets_csv
from mapper.pages.places.what_if import place_what_if

__all__ = [
    "place_csv",
    "place_index",
    "place_json",
    "place_page",
    "place_streets",
    "place_streets_csv",
    "place_what_if",
]
