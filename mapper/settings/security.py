"""What a browser may load and do on our pages: the content security policy and its neighbours."""

from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF


def origin_of(template: str) -> str:
    """The origin (`scheme://host[:port]`) of a tile address template; subdomains as a wildcard.

    Raises ValueError where the template names no http(s) host.
    """
    parts = urlsplit(template.replace("{s}", "*"))
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError(f"{template!r} is not an http or https address")
    return f"{parts.scheme}://{parts.netloc}"


def content_security_policy(raster_template: str) -> dict[str, Any]:
    """The policy for django-csp; a raster layer the operator named opens `img-src` for it alone."""
    images = [SELF, "data:"]
    if raster_template:
        images.append(origin_of(raster_template))
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF, NONCE],
            "style-src": [SELF, NONCE],
            "img-src": images,
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "worker-src": [SELF],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
        }
    }


def permissions_policy() -> dict[str, list[str]]:
    """The powers of a device we use, asked for by our own pages: its position and its compass."""
    used = "accelerometer geolocation gyroscope magnetometer"
    refused = "camera display-capture microphone payment usb"
    return {power: ["self"] for power in used.split()} | {power: [] for power in refused.split()}
