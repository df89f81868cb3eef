"""The results of the city in the reference: between their marks, and nothing else is touched."""

from dataclasses import asdict

import pytest

from script.benchmarks.measure import Ratio
from script.benchmarks.table import BEGIN, END, rewritten

PAGE = f"before\n{BEGIN}\nold\n{END}\nafter\n"


def line_of(ratio: Ratio) -> str:
    """The one line a result becomes."""
    return rewritten(PAGE, [asdict(ratio) | {"speed": ratio.speed}]).split("\n")[4]


def test_what_stands_around_the_marks_stays() -> None:
    page = rewritten(PAGE, [])
    assert page.startswith(f"before\n{BEGIN}\n| measured")
    assert page.endswith(f"{END}\nafter\n")
    assert "old" not in page
    assert rewritten(page, []) == page


def test_a_result_of_rounds_shows_its_spread() -> None:
    rounds = Ratio.of_rounds("race", [0.001, 0.002, 0.003], "them", [0.01, 0.02, 0.09], 9.0)
    line = "| race | 2 ms | them: 20 ms | 10 (10 to 30) | 9, kept |"
    assert line_of(rounds) == line


@pytest.mark.parametrize(("at_least", "goal"), [(0.0, "none"), (1.0, "1, missed")])
def test_a_result_against_a_goal_names_it_once(at_least: float, goal: str) -> None:
    missed = Ratio("a page", 0.1, "50 ms", 0.05, at_least)
    assert line_of(missed) == f"| a page | 100 ms | 50 ms | 0.5 | {goal} |"
