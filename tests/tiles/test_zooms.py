"""Every word of the ground is drawn from some zoom on."""

import pytest

from mapper.settings import limits
from mapper.tiles import zooms
from mapper.vocabulary import GroundKind, LabelRank, Level, StreetClass
from mapper.vocabulary.words import Word


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (zooms.STREETS, StreetClass),
        (zooms.AREAS, GroundKind),
        (zooms.BOUNDARIES, Level),
        (zooms.LABELS, LabelRank),
    ],
)
def test_every_word_is_drawn_at_the_deepest_zoom(table: dict[Word, int], words: type[Word]) -> None:
    assert set(zooms.drawn_at(table, limits.TILE_MAX_ZOOM)) == set(words)


def test_only_the_greatest_streets_are_drawn_when_far() -> None:
    assert zooms.drawn_at(zooms.STREETS, 3) == []
    assert zooms.drawn_at(zooms.STREETS, 4) == [StreetClass.MOTORWAY]
