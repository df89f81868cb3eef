"""What the page on serving tells an operator to write is understood by those who read it."""

import http.client
import os
import re
import shutil
import ssl
import subprocess
import time
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.repository import tree
from tests.running_site import free_port

FIRST_START_S = 180
"""Tables, static files, and loops that are compiled on a machine where much else goes on."""
WITH_NGINX = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")
PAGE = tree.ROOT / "docs/how-to/serve-on-debian.md"


def block(kind: str) -> str:
    """The one block of a kind on the page."""
    (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(), re.DOTALL)
    return str(found)


def certificate(folder: Path) -> None:
    """A certificate of the page's own name, in the files that nginx is told of."""
    made = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=cameras.example"
    files = ["-keyout", "privkey.pem", "-out", "fullchain.pem"]
    subprocess.run([*made.split(), *files], cwd=folder, check=True, capture_output=True)


def nginx_file(folder: Path, **changed: str) -> Path:
    """A whole configuration around the page's part, with some of its words changed."""
    certificate(folder)
    site = block("nginx").replace("/etc/ssl/mapper", str(folder))
    for old, new in changed.items():
        assert old in site
        site = site.replace(old, new)
    whole = folder / "nginx.conf"
    own = f"pid {folder}/pid;\nuser root;\ndaemon off;\nevents {{}}\n"
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole.write_text(f"{own}http {{\n{kept}{site}\n}}\n")
    return whole


def nginx(whole: Path, *further: str) -> list[str]:
    """The command that reads a configuration."""
    return ["nginx", *further, "-e", "stderr", "-c", f"{whole}"]


@WITH_NGINX
def test_nginx_understands_its_part(tmp_path: Path) -> None:
    tested = subprocess.run(
        nginx(nginx_file(tmp_path), "-t"), capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stderr


@pytest.fixture
def settings_of_the_page(tmp_path: Path) -> dict[str, str]:
    """The page's settings, with the embedded database and a folder of the test's own."""
    told = dict(line.split("=", 1) for line in block("ini").splitlines())
    del told["MAPPER_DATABASE_URL"]
    own = {"MAPPER_VAR_DIR": f"{tmp_path}/var", "MAPPER_SOCKET": f"{tmp_path}/mapper.sock"}
    assert own.keys() <= told.keys()
    variables = os.environ | told | own | {"MAPPER_FOLLOW": "0"}
    for name in ("MAPPER_DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        variables.pop(name, None)
    return variables


def until_there(port: int, path: str) -> http.client.HTTPResponse:
    """An answer through nginx that comes from the site, once it does."""
    anybody = ssl._create_unverified_context()  # noqa: S323  (a certificate of our own, on loopback)
    deadline = time.monotonic() + FIRST_START_S
    while time.monotonic() < deadline:
        line = http.client.HTTPSConnection("127.0.0.1", port, context=anybody, timeout=30)
        with suppress(OSError):
            line.request("GET", path, headers={"Host": "cameras.example"})
            answer = line.getresponse()
            if answer.status != HTTPStatus.BAD_GATEWAY:
                return answer
        time.sleep(0.2)
    raise TimeoutError(f"{path} was not answered within {FIRST_START_S} s")


@WITH_NGINX
@pytest.mark.drills
def test_the_site_answers_behind_nginx_as_the_page_has_it(
    tmp_path: Path, settings_of_the_page: dict[str, str]
) -> None:
    plain, secure = free_port(), free_port()
    whole = nginx_file(
        tmp_path,
        **{
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
            "/run/mapper/mapper.sock": f"{tmp_path}/mapper.sock",
        },
    )
    started = [
        subprocess.Popen([tree.ROOT / "script/server", "--production"], env=settings_of_the_page),
        subprocess.Popen(nginx(whole)),
    ]
    try:
        assert until_there(secure, "/healthz").status == HTTPStatus.OK
        page = until_there(secure, "/")
        assert page.status == HTTPStatus.OK
        assert page.getheader("Strict-Transport-Security")
        line = http.client.HTTPConnection("127.0.0.1", plain, timeout=30)
        line.request("GET", "/", headers={"Host": "cameras.example"})
        assert line.getresponse().getheader("Location") == "https://cameras.example/"
    finally:
        for process in started:
            process.terminate()
        assert [process.wait(timeout=40) for process in started] == [0, 0]


def test_every_setting_on_the_page_is_in_the_reference() -> None:
    named = [line.split("=")[0] for line in block("ini").splitlines()]
    assert [name for name in named if f"`{name}`" not in tree.reference()] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_its_part(tmp_path: Path) -> None:
    unit = tmp_path / "mapper.service"
    # Nothing is installed where the page puts it.
    unit.write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", block("systemd")))
    subprocess.run(["systemd-analyze", "verify", unit], check=True)
