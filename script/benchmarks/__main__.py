"""Runs the benchmarks named on the command line (all by default) and keeps what they report."""

import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import django

import script.benchmarks
from script.benchmarks.measure import Ratio
from script.benchmarks.table import write_table

RESULTS, PAGE = Path("var/bench"), Path("docs/reference/performance.md")
_SERVING = {"__main__", "covered_town", "filled_town", "measure", "raw_sightings", "table"}


def names() -> list[str]:
    """Every benchmark there is; the other modules serve them."""
    modules = {module.name for module in pkgutil.iter_modules(script.benchmarks.__path__)}
    return sorted(modules - _SERVING)


def keep(name: str, ratios: Iterable[Ratio]) -> None:
    """Write what one benchmark reported."""
    rows = [asdict(ratio) | {"speed": round(ratio.speed, 3)} for ratio in ratios]
    (RESULTS / f"{name}.json").write_text(json.dumps(rows, indent=2) + "\n")


def show(ratio: Ratio) -> str:
    """One line for the screen."""
    verdict = "kept" if ratio.is_kept else "BROKEN"
    promise = f"promised {ratio.at_least:.3g}: {verdict}" if ratio.at_least else "nothing promised"
    ours, theirs = ratio.both_said
    return (
        f"{ratio.name:<44} {ratio.speed:6.2f} × {ratio.yardstick} "
        f"({ours} against {theirs}; {promise})"
    )


def main(chosen: list[str]) -> int:
    """Run, print and keep; the exit code is 1 when a promised ratio was missed, 2 on a bad name."""
    if chosen == ["--table"]:
        write_table(RESULTS / "city.json", PAGE)
        return 0
    unknown = set(chosen) - set(names())
    if unknown:
        print(f"No benchmark is named {', '.join(sorted(unknown))}. There are: {names()}")
        return 2
    RESULTS.mkdir(parents=True, exist_ok=True)
    all_kept = True
    for name in chosen or names():
        benchmark = importlib.import_module(f"script.benchmarks.{name}")
        # Results of another size than the usual one stand beside those of the usual one.
        edition = getattr(benchmark, "edition", str)()
        ratios = []
        for ratio in benchmark.run():
            print(show(ratio), flush=True)
            ratios.append(ratio)
            keep(f"{name}{edition}", ratios)
        all_kept &= all(ratio.is_kept for ratio in ratios)
    return 0 if all_kept else 1


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mapper.settings.site")
    django.setup()
    sys.exit(main(sys.argv[1:]))
