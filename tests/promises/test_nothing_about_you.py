"""What tells of a person is found nowhere after she sent something: not plain, and not as a hash.

A running site takes marked requests through every door; then its database, its files, what it
printed and what it left in the temporary folder are searched, once it has ended.
"""

import hashlib
import http.client
import json
import socket
import sqlite3
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import connection

from tests.factories.posts import said
from tests.promises.plain_browser import PageReader
from tests.promises.route_answers import ROUTES, UNSAFE
from tests.running_database import running_database
from tests.running_site import prepared_site, started

FROM = "127.91.82.73"
MARKS = {
    "the address of the connection": FROM,
    "the address a proxy saw": "198.51.100.217",
    "the address of IPv6": "2001:db8:7c1e:59a3:1:2:3:4",
    "the network of IPv6": "2001:db8:7c1e:59a3::",
    "the user agent": "Marked-Agent-7c1e/5.9",
    "the referrer": "https://marked-referrer.example/3f8a-came-from",
    "the cookie": "marked-cookie-b2d4",
    "the session": "marked-session-91aa",
    "the file": "marked-file-e6a9.jpg",
    "the language": "tlh-x-marked",
    "the key": "marked-key-5d1f0c7a9b3e",
}
# What is meant to be kept, and so shows that the search would have found the rest.
KEPT = "Kept Words of a Wall"
BOUNDARY = "-----marked-boundary"


def headers(forwarded: str, **further: str) -> dict[str, str]:
    """The headers of a marked request, as a browser behind a proxy sends them."""
    return {
        "X-Forwarded-For": f"203.0.113.9, {forwarded}",
        "X-Real-IP": forwarded,
        "Forwarded": f'for="{forwarded}"',
        "User-Agent": MARKS["the user agent"],
        "Referer": MARKS["the referrer"],
        "Accept-Language": MARKS["the language"],
        "Cookie": f"marked={MARKS['the cookie']}; sessionid={MARKS['the session']}",
        **further,
    }


class Marked:
    """Somebody whose every request is marked."""

    def __init__(self, port: int, forwarded: str) -> None:
        self.port, self.forwarded = port, forwarded

    def ask(self, method: str, address: str, body: bytes = b"", **further: str) -> tuple[int, str]:
        """Send a request; gives the status and the text of the answer."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, source_address=(FROM, 0))
        try:
            with closing(line):
                line.request(method, address, body, headers(self.forwarded, **further))
                answer = line.getresponse()
                return answer.status, answer.read().decode(errors="replace")
        except (BrokenPipeError, ConnectionResetError):
            # A door that refuses at once does not wait for the end of a large file.
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, ""

    def send_json(self, method: str, address: str, content: object) -> int:
        """Send JSON with a contributor's key."""
        authorization = f"Contributor {MARKS['the key']}"
        further = {"Content-Type": "application/json", "Authorization": authorization}
        further["Idempotency-Key"] = f"{uuid4()}"
        return self.ask(method, address, json.dumps(content).encode(), **further)[0]

    def send_form(self, method: str, address: str, changed: Mapping[str, str]) -> None:
        """Send the form of a page, as fields and with a file."""
        fields = {**self._form_at(address), **changed}
        token = fields.get("csrfmiddlewaretoken", "")
        cookie = f"{headers('')['Cookie']}; csrftoken={token}"
        plain = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        self.ask(method, address, urlencode(fields).encode(), **plain)
        parted = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Cookie": cookie}
        self.ask(method, address, with_file(fields), **parted)

    def _form_at(self, address: str) -> dict[str, str]:
        found = PageReader(self.ask("GET", address)[1]).fields
        return {name: values[-1] for name, values in found.items()}

    def send_nonsense(self) -> None:
        """Send what no server can read, with the marks in it."""
        for text in (
            f"POST /api/sightings HTTP/1.1\r\n{MARKS['the user agent']}\r\n\r\n",
            f"GET / HTTP/1.1\r\nHost: x\r\nReferer{chr(0)}: {MARKS['the referrer']}\r\n\r\n",
            f"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: {MARKS['the file']}\r\n\r\n",
            f"GET / HTTP/1.1\r\nCookie: {MARKS['the cookie']}\r\n\r\n",
        ):
            with socket.create_connection(("127.0.0.1", self.port), source_address=(FROM, 0)) as it:
                it.sendall(text.encode())
                it.recv(1_000)


def with_file(fields: Mapping[str, str]) -> bytes:
    """A form with a file so large that a server puts it into a temporary file."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    named = f'name="photo"; filename="{MARKS["the file"]}"'
    parts.append(f"--{BOUNDARY}\r\nContent-Disposition: form-data; {named}\r\n\r\n")
    return "".join(parts).encode() + bytes(3_000_000) + f"\r\n--{BOUNDARY}--\r\n".encode()


FILLED = {"latitude": "47.01", "longitude": "-28.02", "kind": "dome", "note": KEPT, "name": KEPT}


def doors() -> list[tuple[str, str]]:
    """Every method and address through which something may be sent."""
    return [
        (method, route.address.format(camera=1, text=1, sighting=1, act=1))
        for route in ROUTES.values()
        for method in UNSAFE
        if route.visitor[method] != 405
    ]


def send_everything(port: int) -> None:
    """Send marked requests through every door, of which some are taken."""
    for forwarded in (MARKS["the address a proxy saw"], MARKS["the address of IPv6"]):
        she = Marked(port, forwarded)
        words = {"operator": {"value": KEPT, "basis": "sign"}}
        assert she.send_json("POST", "/api/sightings", said(new=True, claims=words)) == 201
        for method, address in doors():
            she.send_json(method, address, {**said(), MARKS["the file"]: MARKS["the file"]})
            she.send_form(method, address, FILLED)
            she.send_form(method, address, {})
        she.send_nonsense()


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    """All that a site left anywhere, by where it was found."""
    folder, temporary = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("temporary")
    further = {"MAPPER_PROXIES": "1", "TMPDIR": str(temporary)}
    with ExitStack() as stack:
        cluster = None
        if connection.vendor != "sqlite":
            cluster = stack.enter_context(running_database())
            further["MAPPER_DATABASE_URL"] = cluster.url
        variables = prepared_site(folder, **further)
        server = started(variables, temporary / "printed.log")
        try:
            send_everything(int(variables["PORT"]))
        finally:
            server.terminate()
            server.wait(timeout=20)
        found = {"a dump": cluster.dump().encode() if cluster else dump_of(folder)}
        for place in filter(None, (folder, temporary, cluster and cluster.folder)):
            found |= {str(path): path.read_bytes() for path in files_in(place)}
        yield found


def dump_of(folder: Path) -> bytes:
    """The embedded database as text."""
    with closing(sqlite3.connect(folder / "mapper.sqlite3")) as database:
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        rows = [
            database.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608  (its own names)
            for (name,) in tables.fetchall()
        ]
    return repr(rows).encode()


def files_in(folder: Path) -> Iterator[Path]:
    """Every file a site wrote, but for those that came with it."""
    static = folder / "static"
    return (path for path in folder.rglob("*") if path.is_file() and static not in path.parents)


def traces(mark: str) -> list[bytes]:
    """A mark as it may have been kept: plain, hashed, encoded."""
    plain = mark.encode()
    hashes = [hashlib.new(name, plain).hexdigest() for name in ("md5", "sha1", "sha256", "sha512")]
    packed = [ip_address(mark).exploded, str(int(ip_address(mark)))] if is_address(mark) else []
    texts = [mark, b64encode(plain).decode(), plain.hex(), *hashes, *packed]
    return [text.encode() for text in texts]


def is_address(mark: str) -> bool:
    """Whether a mark is an address of the network."""
    try:
        ip_address(mark)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_found_nowhere(left_behind: dict[str, bytes], name: str) -> None:
    found = {
        f"{trace!r} in {where}"
        for trace in traces(MARKS[name])
        for where, content in left_behind.items()
        if trace.lower() in content.lower()
    }
    assert found == set()


def test_what_is_meant_to_be_kept_is_found(left_behind: dict[str, bytes]) -> None:
    """The search would find something: the words a person is to read stand in the dump."""
    assert KEPT.encode() in left_behind["a dump"]
    assert any(where.endswith("printed.log") for where in left_behind)


def test_traces_name_the_usual_ways_of_keeping_something() -> None:
    assert b"900150983cd24fb0d6963f7d28e17f72" in traces("abc")
    assert str(0x7F000001).encode() in traces("127.0.0.1")
