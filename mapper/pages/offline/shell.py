"""The shell: the pages and files of this release that a device keeps, to work without a net."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

# Pages that do their work without a connection. None holds anything about who reads it.
PAGES = ("map", "report", "offline")
# What our pages load of other people's work.
PACKAGES = (
    "leaflet/leaflet.css",
    "leaflet/leaflet.extras.css",
    "leaflet/leaflet.extras.js",
    "leaflet/leaflet.js",
    "vendor/@mapbox/point-geometry/index.js",
    "vendor/@mapbox/vector-tile/index.js",
    "vendor/exifreader/exif-reader.js",
    "vendor/pbf/index.js",
    "vendor/protomaps-leaflet/protomaps-leaflet.js",
)
# The worker is kept by the browser itself.
WORKER_FILES = ("mapper/js/worker/keeping.js", "mapper/js/worker/answering.js")


@dataclass(frozen=True, slots=True)
class Shell:
    """What a device keeps of one release; all are addresses."""

    version: str
    files: list[str]
    pages: list[str]
    fallback: str

    def as_json(self) -> str:
        """The shell as the worker reads it."""
        return json.dumps(asdict(self))


@cache
def shell() -> Shell:
    """The shell of the running release; another content of any file makes another version."""
    files = [static(name) for name in (*_our_files(), *PACKAGES)]
    worker = [static(name) for name in WORKER_FILES]
    digest = blake2b("\n".join([*files, *worker]).encode(), digest_size=8)
    return Shell(
        version=digest.hexdigest(),
        files=files,
        pages=[reverse(name) for name in PAGES],
        fallback=reverse("offline"),
    )


def _our_files() -> list[str]:
    """Every script, style sheet and icon of ours, by its name before hashing."""
    root = settings.BASE_DIR / "mapper" / "static"
    names = (path.relative_to(root).as_posix() for path in root.rglob("*.*"))
    return sorted(name for name in names if name not in WORKER_FILES)
