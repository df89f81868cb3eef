"""What the scripts refuse before they touch anything, and the words they do it with."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.repository import tree

SCRIPTS = [
    path for path in tree.files("script") if path.parent.name == "script" and not path.suffix
]

# A script read from standard input (`python -`) is the one that loads SpatiaLite.
NO_SPATIALITE = '[ "$1" != - ]'


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script of ours to its end."""
    return subprocess.run(
        [tree.ROOT / "script" / script, *arguments],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("script", [*SCRIPTS, tree.ROOT / ".ci/run"], ids=tree.name_of)
def test_a_script_can_be_run_and_read(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text().splitlines()[1].startswith("# ")
    subprocess.run(["bash", "-n", script], check=True)


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80 80"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    answer = run("server", PORT=port)
    assert answer.returncode == 1
    assert "is not a port number" in answer.stderr


def test_a_port_in_use_is_refused_with_another_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        answer = run("server", PORT=str(port))
    assert answer.returncode == 1
    assert f"Port {port} is in use" in answer.stderr
    assert f"PORT={port + 1}" in answer.stderr


def python_that(folder: Path, behaviour: str) -> str:
    """A stand-in for a Python: a shell script with that behaviour."""
    python = folder / "python"
    python.write_text(f"#!/bin/sh\n{behaviour}\n")
    python.chmod(0o755)
    return str(python)


def test_a_python_that_is_not_there_is_refused(tmp_path: Path) -> None:
    answer = run("bootstrap", MAPPER_PYTHON=str(tmp_path / "python"))
    assert answer.returncode == 1
    assert "cannot be run" in answer.stderr


def test_another_python_is_refused(tmp_path: Path) -> None:
    answer = run("bootstrap", MAPPER_PYTHON=python_that(tmp_path, "exit 1"))
    assert answer.returncode == 1
    assert "is not Python 3.11" in answer.stderr


def test_a_python_without_extensions_is_refused_and_postgis_offered(tmp_path: Path) -> None:
    behaviour = 'case "$*" in *enable_load_extension*) exit 1;; esac'
    answer = run("bootstrap", MAPPER_PYTHON=python_that(tmp_path, behaviour))
    assert answer.returncode == 1
    assert "without SQLite extensions" in answer.stderr
    assert "postgis://" in answer.stderr


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may read, as pytest's own are not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_without_root_or_sudo_the_missing_packages_are_named(open_folder: Path) -> None:
    for tool in ("bash", "env", "grep", "dirname", "tr", "apt-get"):
        (open_folder / tool).symlink_to(shutil.which(tool) or "/usr/bin/true")
    (open_folder / "script").mkdir()
    shutil.copy(tree.ROOT / "script/bootstrap", open_folder / "script")
    as_nobody = ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"]
    answer = subprocess.run(
        [*(as_nobody if os.geteuid() == 0 else []), open_folder / "script/bootstrap"],
        env={"PATH": str(open_folder), "MAPPER_PYTHON": python_that(open_folder, NO_SPATIALITE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "libsqlite3-mod-spatialite" in answer.stderr


def test_an_unknown_set_is_refused() -> None:
    answer = run("bootstrap", "everything")
    assert answer.returncode == 1
    assert "no set named everything" in answer.stderr
