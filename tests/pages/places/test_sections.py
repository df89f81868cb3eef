"""What the page of a place says of its figures."""

import pytest

from mapper.coverage.figures import Figures
from mapper.pages.places.sections import (
    answer_sentence,
    looked_sentence,
    rests_on,
    sections_of,
)
from mapper.pages.places.ways import Ways
from tests.factories.figures import COMPUTED_ON, figures_for, watched_ways


def plain(words):
    return words.replace("\N{NO-BREAK SPACE}", " ")


def figures(**changed):
    ways = watched_ways(**changed)
    return Figures.read(COMPUTED_ON, figures_for(ways={"public": ways, "all": ways}))


def answer(**changed):
    return plain(answer_sentence("Harbour", figures(**changed), Ways.PUBLIC))


def test_the_answer_has_its_bounds():
    assert answer() == (
        "Of the 10 km of public streets and paths in Harbour, between 1 and 4 km, most likely"
        " 2.5 km (25 %), are in view of at least one camera that could observe a person."
    )


def test_an_answer_without_bounds_has_none():
    assert answer(sides=(1, 1, 1)) == (
        "Of the 10 km of public streets and paths in Harbour, 2.5 km (25 %) are in view of at least"
        " one camera that could observe a person."
    )


def test_where_nothing_is_in_view_no_camera_is_claimed():
    assert answer(seen=0).endswith("none are in view of any camera on this map.")


def test_without_streets_nothing_is_measured():
    assert "nothing can be measured" in answer(length_m=0, seen=0, looked_m=0)


@pytest.mark.parametrize(
    ("looked_m", "words"),
    [
        (0, "Nobody has yet said that she looked along any of them."),
        (4_000, "Somebody has looked along 40 % of them"),
        (10_000, "Somebody has looked along all of them"),
    ],
)
def test_what_nobody_has_looked_at_is_said(looked_m, words):
    assert plain(looked_sentence(figures(looked_m=looked_m), Ways.ALL)).startswith(words)


def test_without_streets_nobody_could_look():
    assert looked_sentence(figures(length_m=0, seen=0, looked_m=0), Ways.ALL) == ""


def test_what_rests_on_one_word_or_a_guess_is_told():
    told = [plain(words) for words in rests_on(figures(), Ways.PUBLIC)]
    assert [words.split(" of it")[0] for words in told] == ["50 %", "30 %"]
    assert rests_on(figures(seen=0), Ways.PUBLIC) == []


def test_every_question_has_its_figures():
    sections = sections_of(figures(), Ways.PUBLIC)
    assert [section.anchor for section in sections] == ["how-many", "faces", "whose", "basis"]
    assert all(figure.share.whole == 10_000 for section in sections for figure in section.figures)
