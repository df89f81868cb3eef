"""What others wrote for the same tasks, each in an environment of its own under var/bench/peers."""

import hashlib
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_LOCKS = _ROOT / "requirements/peers"
_ENVIRONMENTS = _ROOT / "var/bench/peers"


@cache
def python_of(peer: str) -> Path | None:
    """The interpreter of a peer from PyPI; `None` where it is not to be had (and that is said)."""
    lock = _LOCKS / f"{peer}.txt"
    folder = _ENVIRONMENTS / peer
    python = folder / "bin/python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    commands = [
        [sys.executable, "-m", "venv", "--clear", folder],
        [*pip, "--require-hashes", "--requirement", lock],
    ]
    return python if _is_there(peer, folder, lock.read_bytes(), commands) else None


@cache
def packages_of(peer: str) -> Path | None:
    """The folder of a peer from npm; `None` where it is not to be had (and that is said)."""
    folder = _ENVIRONMENTS / peer
    lock = _LOCKS / peer / "package-lock.json"
    copied = [["mkdir", "-p", folder], ["cp", "-r", f"{lock.parent}/.", folder]]
    npm = [sys.executable.replace("python", "npm"), "--prefix", folder, "ci", "--ignore-scripts"]
    return folder if _is_there(peer, folder, lock.read_bytes(), [*copied, npm]) else None


def program(name: str) -> str | None:
    """A program of the system; `None` where it is not installed (and that is said)."""
    found = shutil.which(name)
    if found is None:
        print(f"{name} is not installed, so what is measured against it is left out.")
    return found


def _is_there(peer: str, folder: Path, lock: bytes, commands: list[list[object]]) -> bool:
    """Fetch a peer unless what its lock file names is there already."""
    stamp = folder / "stamp"
    wanted = hashlib.sha256(lock).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return True
    print(f"Fetching {peer}, to be measured against …", flush=True)
    try:
        for command in commands:
            subprocess.run(list(map(str, command)), check=True, capture_output=True)
    except subprocess.CalledProcessError as failure:
        print(f"{peer} is not to be had, so what is measured against it is left out:")
        print(failure.stderr.decode()[-500:])
        return False
    stamp.write_text(wanted)
    return True
