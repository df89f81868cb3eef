"""How fast sightings are taken with 100,000 cameras around, against the bare transaction."""

import http.client
import json
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from script.benchmarks.filled_town import fill_town, stand
from script.benchmarks.measure import Ratio
from script.benchmarks.raw_sightings import RawSightings
from tests.running_database import running_database
from tests.running_site import kill, prepared_site, started

CAMERAS = 100_000
# A contributor's first day: fewer than a new key may send, so that no limit is met.
SENT_BY_ONE = 20
CLIENTS, PRESSING = 2, 8
ASKED, SUSTAINED = 300, 2_400
BUDGET_S, RATE = 0.025, 200
# Every camera is asked about once.
STANDS = count()


def run() -> Iterator[Ratio]:
    """Latencies at modest pressure, then the rate under as much as is taken."""
    with tempfile.TemporaryDirectory() as folder, running_database() as cluster:
        variables = prepared_site(
            Path(folder), MAPPER_DATABASE_URL=cluster.url, MAPPER_WORKERS="2", MAPPER_PROXIES="1"
        )
        server = started(variables)
        try:
            port = int(variables["PORT"])
            Person(port).new()
            first = fill_town(cluster.folder, CAMERAS)
            measure(port, 50)  # once unmeasured: connections opened, statements known
            times = measure(port, ASKED)
            with closing(RawSightings(cluster.folder)) as raw:
                yield from latencies(times, raw.median_seconds(ASKED))
            yield sustained(port, first)
        finally:
            kill(server)


class Person:
    """One person after the other, each with a key and a line of her own, who sends a little."""

    def __init__(self, port: int) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port)
        self.sent = 0
        self.key = ""

    def post(self, place: tuple[float, float], **further: object) -> tuple[int, Any, float]:
        """Send a sighting; gives the status, the answer, and the seconds it took."""
        if self.sent % SENT_BY_ONE == 0:
            self.key = f"{uuid4()}"
            self.line.close()  # the next request opens it anew
        self.sent += 1
        body = json.dumps(said(place) | further)
        start = time.perf_counter()
        self.line.request("POST", "/api/sightings", body, self._headers())
        answer = self.line.getresponse()
        content = answer.read()
        return answer.status, json.loads(content), time.perf_counter() - start

    def _headers(self) -> dict[str, str]:
        number = uuid4().int
        return {
            "Content-Type": "application/json",
            "Idempotency-Key": f"{uuid4()}",
            "Authorization": f"Contributor {self.key}",
            "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
        }

    def new(self) -> float:
        """A camera nobody had logged, half way between two others."""
        status, _, seconds = self.post(stand(next(STANDS), off=0.5))
        expect(status, 201)
        return seconds

    def asked(self) -> tuple[float, float]:
        """A known camera: the question, and the sighting that answers it."""
        place = stand(next(STANDS))
        status, question, first = self.post(place)
        expect(status, 409)
        status, _, second = self.post(place, camera=question["candidates"][0]["id"])
        expect(status, 201)
        return first, second

    def confirmed(self, first: int) -> None:
        """A known camera that she names herself, as from its page."""
        number = next(STANDS)
        status, _, _ = self.post(stand(number), camera=first + number)
        expect(status, 201)


def expect(found: int, wanted: int) -> None:
    """Fail where something was answered that is not what is measured."""
    if found != wanted:
        raise RuntimeError(f"answered {found}, not {wanted}")


def said(place: tuple[float, float]) -> dict[str, object]:
    """A sighting of a fixed camera that faces east."""
    saw = {"camera:type": "fixed", "camera:direction": "90"}
    return {
        "location": {"type": "Point", "coordinates": list(place)},
        "accuracy_m": 8,
        "verdict": "present",
        "observed_on": f"{datetime.now(UTC).date()}",
        "claims": {key: {"value": value, "basis": "saw"} for key, value in saw.items()},
    }


@dataclass
class Times:
    """Seconds that single requests took."""

    new: list[float] = field(default_factory=list)
    question: list[float] = field(default_factory=list)
    answer: list[float] = field(default_factory=list)


def measure(port: int, each: int) -> Times:
    """What so many people wait who send one sighting after the other, every second a known one."""
    times = Times()

    def send(_: int) -> None:
        person = Person(port)
        for _ in range(each // CLIENTS):
            times.new.append(person.new())
            question, answer = person.asked()
            times.question.append(question)
            times.answer.append(answer)

    with ThreadPoolExecutor(CLIENTS) as threads:
        list(threads.map(send, range(CLIENTS)))
    return times


def latencies(times: Times, raw_s: float) -> Iterator[Ratio]:
    """The median against the bare transaction, and the slowest of twenty against its budget."""
    for name, seconds in (
        ("a new camera", times.new),
        ("the question", times.question),
        ("a sighting that answers it", times.answer),
    ):
        half, slow = quantile(seconds, 0.5), quantile(seconds, 0.95)
        if name != "the question":
            yield Ratio(f"{name}, median", half, "the bare transaction", raw_s, 0.0)
        yield Ratio(f"{name}, 95 of 100", slow, "25 ms", BUDGET_S, 1.0)


def quantile(seconds: list[float], share: float) -> float:
    """The time that this share of all did not exceed."""
    return sorted(seconds)[round(share * (len(seconds) - 1))]


def sustained(port: int, first: int) -> Ratio:
    """Seconds for each sighting while as many are sent as are taken."""

    def send(_: int) -> None:
        person = Person(port)
        for number in range(SUSTAINED // PRESSING):
            person.new() if number % 2 else person.confirmed(first)

    start = time.perf_counter()
    with ThreadPoolExecutor(PRESSING) as threads:
        list(threads.map(send, range(PRESSING)))
    each_s = (time.perf_counter() - start) / SUSTAINED
    return Ratio("one of many sightings", each_s, f"{RATE} a second", 1 / RATE, 1.0)
