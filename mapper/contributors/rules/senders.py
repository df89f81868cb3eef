"""Who sends something: a contributor's key, if there is one, and the address it came through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings

UNKNOWN = "unknown"
_HOUSEHOLD_BITS = 64


class RefusedSenderError(Exception):
    """Somebody may not send this now; says why in words, and whether for today (429) or at all."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.reason, self.status = reason, status


@dataclass(frozen=True, slots=True)
class Sender:
    """A contributor's key or None, and an address for the day's memory alone; neither is shown."""

    key: str | None = field(repr=False)
    address: str = field(repr=False)


def sender_of(headers_meta: Mapping[str, Any], key: str | None) -> Sender:
    """The sender of a request with this `request.META`.

    Behind `MAPPER_PROXIES` proxies of our own the address is the one that the outermost of them
    saw; what stands further left in the header anybody may have written.
    """
    return Sender(key=key, address=_household_of(_address_in(headers_meta)))


def _address_in(meta: Mapping[str, Any]) -> str:
    proxies: int = settings.PROXIES
    if proxies == 0:
        return str(meta.get("REMOTE_ADDR", ""))
    forwarded = str(meta.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    return forwarded[-proxies].strip() if len(forwarded) >= proxies else ""


def _household_of(text: str) -> str:
    """An address in one spelling; of IPv6 the network, for one household has all of it."""
    try:
        address = ip_address(text)
    except ValueError:
        return UNKNOWN
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), _HOUSEHOLD_BITS), strict=False))
