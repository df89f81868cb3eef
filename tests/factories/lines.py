"""A line to a running site, over which a program posts sightings and which may break."""

import http.client
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from tests.factories.posts import SIGHTINGS, said


def place(number: int) -> dict[str, Any]:
    """A position of its own for each number, some hundred metres from the next."""
    return {"type": "Point", "coordinates": [24.0 + number % 100 / 100, 60.0 + number // 100 / 100]}


@contextmanager
def posting(port: int, number: int) -> Iterator[http.client.HTTPConnection]:
    """A line on which the sighting of a number was sent; it is closed in the end.

    The same number is the same sighting under the same key, from an address of its own.
    """
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": f"sighting-{number}",
            "X-Forwarded-For": f"10.1.{number // 250}.{number % 250}",
        }
        line.request("POST", SIGHTINGS, json.dumps(said(location=place(number))), headers)
        yield line


def post_over_line(port: int, number: int) -> dict[str, Any]:
    """Post the sighting of a number; gives what was answered, and raises `OSError` where nothing.

    What is answered without having been stored fails here.
    """
    with posting(port, number) as line:
        try:
            answer = line.getresponse()
            content = json.loads(answer.read())
        except (http.client.HTTPException, ValueError) as error:
            raise OSError("cut off") from error
        assert answer.status in {201, 500, 503}
        if answer.status != 201:
            raise OSError("not taken")
        return dict(content)


def cameras_at(port: int) -> int:
    """How many cameras a site holds, which are no more than one page of them."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("GET", "/api/cameras?limit=1000")
        found: int = json.loads(line.getresponse().read())["numberMatched"]
        return found
