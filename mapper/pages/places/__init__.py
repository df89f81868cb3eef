"""Places: their figures side by side, each on a page of its own, and to take along."""

from mapper.pages.places.downloads import place_csv, place_json
from mapper.pages.places.index import place_index
from mapper.pages.places.page import place_page

__all__ = ["place_csv", "place_index", "place_json", "place_page"]
