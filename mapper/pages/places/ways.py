"""Which ways a figure counts: public ones, unless the reader asks for all."""

from django.http import QueryDict

from mapper.coverage.figures import Figures, WayFigures
from mapper.vocabulary.words import Word


class Ways(Word):
    """The ways a length is of; tunnels and railways are in neither."""

    PUBLIC = "public", "public streets and paths"
    ALL = "all", "streets and paths of every kind"

    @property
    def other(self) -> "Ways":
        """What else a reader may ask for."""
        return Ways.PUBLIC if self is Ways.ALL else Ways.ALL

    @property
    def invitation(self) -> str:
        """What a link to these says."""
        if self is Ways.ALL:
            return "Count service roads too"
        return "Count only public streets and paths"

    @property
    def query(self) -> str:
        """What an address ends in that asks for these."""
        return f"?ways={self.value}" if self.in_address else ""

    @property
    def in_address(self) -> str:
        """How an address asks for these in `ways=`; empty for what is shown unasked."""
        return "" if self is Ways.PUBLIC else self.value

    def of(self, figures: Figures) -> WayFigures:
        """What was measured of these."""
        return figures.every if self is Ways.ALL else figures.public


def ways_in(query: QueryDict) -> Ways:
    """The ways that an address asks for; public ones where it asks for nothing we know."""
    return Ways.ALL if query.get("ways") == Ways.ALL else Ways.PUBLIC
