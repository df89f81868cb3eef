"""The site as an app on a phone, and without a connection: manifest, service worker, fallback."""

from mapper.pages.offline.manifest import manifest
from mapper.pages.offline.page import offline
from mapper.pages.offline.service_worker import service_worker

__all__ = ["manifest", "offline", "service_worker"]
