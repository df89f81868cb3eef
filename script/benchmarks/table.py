"""Writes the results of `script/bench city` into the reference as a table."""

import json
from pathlib import Path
from typing import Any

from script.benchmarks.measure import Ratio

BEGIN, END = "<!-- results of the city, by script/bench --table -->", "<!-- end of results -->"
_HEAD = "| measured | ours | against | times as fast (rounds) | goal |\n|---|---|---|---|---|\n"


def rewritten(page: str, rows: list[dict[str, Any]]) -> str:
    """A page whose lines between the two marks are these results and nothing else."""
    before, rest = page.split(f"{BEGIN}\n")
    _, after = rest.split(f"{END}\n")
    lines = "".join(f"{_line(row)}\n" for row in rows)
    return f"{before}{BEGIN}\n{_HEAD}{lines}{END}\n{after}"


def write_table(results: Path, page: Path) -> None:
    """Rewrite a page from a file of results."""
    page.write_text(rewritten(page.read_text(), json.loads(results.read_text())))


def _line(row: dict[str, Any]) -> str:
    ratio = Ratio(**{name: value for name, value in row.items() if name != "speed"})
    ours, theirs = ratio.both_said
    against = theirs if ratio.yardstick == theirs else f"{ratio.yardstick}: {theirs}"
    spread = f" ({_times(ratio.spread[0])} to {_times(ratio.spread[1])})" if ratio.spread else ""
    goal = "none"
    if ratio.at_least:
        goal = f"{_times(ratio.at_least)}, {'kept' if ratio.is_kept else 'missed'}"
    return f"| {ratio.name} | {ours} | {against} | {_times(ratio.speed)}{spread} | {goal} |"


def _times(speed: float) -> str:
    """A ratio with three figures at most: `0.43`, `9.1`, `213`."""
    return f"{speed:,.0f}" if speed >= 100 else f"{speed:.2g}"  # noqa: PLR2004
