"""Where GDAL and GEOS are: named by the operator, bundled in a wheel, or the system's."""

import importlib.util
import os
from pathlib import Path


def bundled_library(package: str, pattern: str) -> str | None:
    """The first shared library matching `pattern` in the folder a wheel ships beside `package`.

    Wheels put bundled libraries into `<package>.libs`. That layout is a habit and no promise, so
    a miss is an ordinary answer: None, and the system's library is used.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent.parent / f"{package}.libs"
    return next((str(path) for path in sorted(folder.glob(pattern))), None)


def library_path(variable: str, package: str, pattern: str) -> str | None:
    """A library's path: from the environment, else from a wheel, else None (Django searches)."""
    return os.environ.get(variable) or bundled_library(package, pattern)
