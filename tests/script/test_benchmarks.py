"""The benchmarks' runner: what it measures, what it calls kept, and what it writes down."""

import json
from pathlib import Path

import pytest

from script.benchmarks import __main__ as runner
from script.benchmarks.measure import Ratio, median_seconds


def ratio(ours_s: float) -> Ratio:
    """A race against a yardstick of one second, to be won at half its speed."""
    return Ratio("race", ours_s, "yardstick", yardstick_s=1.0, at_least=0.5)


@pytest.mark.parametrize(("ours_s", "kept"), [(0.5, True), (2.0, True), (2.01, False)])
def test_a_promise_is_kept_from_the_promised_speed_on(ours_s: float, kept: bool) -> None:  # noqa: FBT001
    assert ratio(ours_s).is_kept is kept
    assert ("BROKEN" in runner.show(ratio(ours_s))) is not kept


def test_where_nothing_was_promised_nothing_is_broken() -> None:
    measured = Ratio("race", 9.0, "yardstick", yardstick_s=1.0, at_least=0)
    assert measured.is_kept
    assert "nothing promised" in runner.show(measured)


def test_work_is_measured_as_often_as_asked() -> None:
    calls: list[int] = []
    assert median_seconds(lambda: calls.append(1), runs=5) >= 0
    assert len(calls) == 5


def test_results_are_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "RESULTS", tmp_path)
    runner.keep("race", [ratio(0.25)])
    assert json.loads((tmp_path / "race.json").read_text())[0]["speed"] == 4.0


def test_an_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().out


def test_seconds_are_told_in_the_unit_they_are_read_best_in() -> None:
    assert Ratio("race", 0.0021, "yardstick", 2.0, 0).both_said == ("2.1 ms", "2 s")
    assert Ratio("race", 3e-8, "yardstick", 4e-6, 0).both_said == ("0.03 µs", "4 µs")
