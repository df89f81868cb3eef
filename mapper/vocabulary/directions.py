"""Reading the directions that mappers write: degrees, compass points, clockwise ranges, lists."""

from mapper.vocabulary.facing import Directions


def parse_directions(text: str) -> Directions:
    """Read a direction text as OSM writes it."""
    raise NotImplementedError(text)
