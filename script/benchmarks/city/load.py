"""Sixteen readers who ask a server for one address after the other, and what they had to wait.

The load is made by `wrk`, which needs a tenth of what our quickest answers cost; whatever makes it
shares the cores with what is measured.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from script.benchmarks.city.filled_city import City
from script.benchmarks.measure import Ratio, spoken

READERS = 16
_ROUNDS = 3
# How long each server is asked in each round: the slowest must answer often enough to be counted.
_ROUND_S, _ROUND_SMALL_S = 15, 2
# Between them: a slow server goes on for seconds with what it was asked, on the cores of the next.
_REST_S, _REST_SMALL_S = 6, 1
# Before them, unmeasured: loops compiled by one reader, then everybody's caches filled.
_WARM_PLACES, _WARM_S = 24, 4
# A tile of all points of a city takes a slow server seconds; it is waited for all the same.
_PATIENCE_S = 60
_SCRIPT = Path(__file__).with_name("load.lua")
_BROWSER = "Accept-Encoding: gzip"


@dataclass(frozen=True)
class Answers:
    """What one server did in one stretch: answers a second, seconds of waiting, bytes of each."""

    rate: float
    p50_s: float
    p99_s: float
    each_bytes: float

    def __str__(self) -> str:
        waited = f"p50 {spoken(self.p50_s)}, p99 {spoken(self.p99_s)}"
        return f"{self.rate:,.0f}/s, {waited}, {self.each_bytes / 1e3:,.3g} kB"


@dataclass(frozen=True)
class Wanted:
    """What is asked for, how many answers a second are wanted, and how soon (0: whenever)."""

    title: str
    rate: float
    p99_s: float = 0.0


@dataclass(frozen=True)
class Server:
    """Where somebody answers, how his addresses are written, and whether he is asked for gzip.

    `pattern` holds `{z}`, `{x}`, `{y}` for a tile, `{west}` … `{north}` for a box.
    """

    name: str
    address: str
    pattern: str
    packed: bool = False


def asked(server: Server, places: Sequence[Mapping[str, object]], seconds: int) -> Answers:
    """Ask for these places, over and over, so long; raises `RuntimeError` where one is refused."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as addresses:
        addresses.write("".join(f"{server.pattern.format(**place)}\n" for place in places))
        addresses.flush()
        command = ["wrk", "--threads", "1", "--connections", f"{READERS}"]
        command += ["--duration", f"{seconds}s", "--timeout", f"{_PATIENCE_S}s"]
        command += ["--header", _BROWSER] if server.packed else []
        ran = subprocess.run(
            [*command, "--script", str(_SCRIPT), server.address],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"ADDRESSES": addresses.name},
        )
    told = json.loads(ran.stdout.splitlines()[-1])
    if told["refused"] or told["broken"]:
        raise RuntimeError(f"{server.name} did not answer everything: {told}")
    # Who answered nothing in all this time is taken for one answer.
    answered = max(1, told["requests"])
    rate = answered / told["seconds"]
    return Answers(rate, told["p50"], told["p99"], told["bytes"] / answered)


def races(
    city: City, wanted: Wanted, servers: Sequence[Server], places: Sequence[Mapping[str, object]]
) -> Iterator[Ratio]:
    """The first server against what is wanted of it, and against each other one.

    They take turns, so that all meet the same drift.
    """
    seconds = _ROUND_SMALL_S if city.is_small else _ROUND_S
    for server in servers:
        for place in places[:_WARM_PLACES]:
            with urlopen(server.address + server.pattern.format(**place)) as answer:  # noqa: S310
                answer.read()
        asked(server, places, _WARM_S)
    rest = _REST_SMALL_S if city.is_small else _REST_S
    told = [
        [_asked_rested(server, places, seconds, rest) for server in servers] for _ in range(_ROUNDS)
    ]
    ours, *others = zip(*told, strict=True)
    yield from _against_goal(wanted, median_of(ours))
    for server, theirs in zip(servers[1:], others, strict=True):
        yield Ratio.of_rounds(
            f"{wanted.title}, against {server.name}",
            [1 / answers.rate for answers in ours],
            server.name,
            [1 / answers.rate for answers in theirs],
            said=(str(median_of(ours)), str(median_of(theirs))),
        )


def _asked_rested(
    server: Server, places: Sequence[Mapping[str, object]], seconds: int, rest: int
) -> Answers:
    """Ask when the server before has ended what nobody waits for any more."""
    time.sleep(rest)
    return asked(server, places, seconds)


def median_of(rounds: Sequence[Answers]) -> Answers:
    """The median of every figure on its own."""
    return Answers(
        *(
            statistics.median(getattr(answers, name) for answers in rounds)
            for name in ("rate", "p50_s", "p99_s", "each_bytes")
        )
    )


def _against_goal(wanted: Wanted, ours: Answers) -> Iterator[Ratio]:
    goal = f"{wanted.rate:,.0f} a second"
    said = (f"{ours.rate:,.0f} a second", goal)
    yield Ratio(f"{wanted.title}, a second", 1 / ours.rate, goal, 1 / wanted.rate, 0.0, said=said)
    if wanted.p99_s:
        name = f"{wanted.title}, 99 of 100 within"
        yield Ratio(name, ours.p99_s, f"{wanted.p99_s * 1e3:g} ms", wanted.p99_s, 0.0)
