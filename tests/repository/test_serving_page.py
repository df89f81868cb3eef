"""What the page on serving tells an operator to write is understood by those who read it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repository import tree

PAGE = tree.ROOT / "docs/how-to/serve-on-debian.md"


def block(kind: str) -> str:
    """The one block of a kind on the page."""
    (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text(), re.DOTALL)
    return str(found)


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")
def test_nginx_understands_its_part(tmp_path: Path) -> None:
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=cameras.example",
            "-keyout",
            "privkey.pem",
            "-out",
            "fullchain.pem",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    site = block("nginx").replace("/etc/ssl/mapper", str(tmp_path))
    whole = tmp_path / "nginx.conf"
    whole.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{site}\n}}\n")
    tested = subprocess.run(
        ["nginx", "-t", "-e", "stderr", "-c", whole], capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stderr


def test_every_setting_on_the_page_is_in_the_reference() -> None:
    named = [line.split("=")[0] for line in block("ini").splitlines()]
    assert [name for name in named if f"`{name}`" not in tree.reference()] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_its_part(tmp_path: Path) -> None:
    unit = tmp_path / "mapper.service"
    # Nothing is installed where the page puts it.
    unit.write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", block("systemd")))
    subprocess.run(["systemd-analyze", "verify", unit], check=True)
