"""The `Authorization` header: a contributor's key, or the receipt of what somebody sent."""

from typing import Any

from django.http import HttpRequest

from mapper.api.problems import UnfitError
from mapper.contributors.rules.keys import key_hash, key_problem
from mapper.sightings.models import Sighting
from mapper.sightings.rules.receipts import ReceiptKind, number_in
from mapper.surveys.models import Survey

_CONTRIBUTOR = "Contributor "
_RECEIPT = "Receipt "

SCHEMES: dict[str, Any] = {
    "contributor": {
        "type": "http",
        "scheme": "Contributor",
        "description": "The key that a contributor's own device made.",
    },
    "receipt": {
        "type": "http",
        "scheme": "Receipt",
        "description": "What was answered when something was sent.",
    },
}
"""What may stand in the header, as the OpenAPI document describes it."""

MAY_NAME_CONTRIBUTOR: dict[str, Any] = {"security": [{}, {"contributor": []}]}
HOLDS_A_KEY: dict[str, Any] = {"security": [{"contributor": []}]}
SHOWS_IT_IS_HERS: dict[str, Any] = {"security": [{"contributor": []}, {"receipt": []}]}
"""What operations want of the header, as the OpenAPI document says it."""


def contributor_key(request: HttpRequest) -> str | None:
    """The key of whoever sends something; None where she names none.

    Raises `UnfitError` where the header holds anything else.
    """
    told = request.headers.get("Authorization")
    if told is None:
        return None
    if not told.startswith(_CONTRIBUTOR):
        raise UnfitError("Authorization", "Write “Contributor”, a space, and the key.")
    key = told.removeprefix(_CONTRIBUTOR)
    reason = key_problem(key)
    if reason:
        raise UnfitError("Authorization", reason)
    return key


def key_shown(request: HttpRequest) -> str | None:
    """The key with which somebody asks for what is hers; None where there is none, or no key."""
    return _after(_CONTRIBUTOR, request)


def receipt_shown(request: HttpRequest) -> str | None:
    """The receipt with which somebody asks for what is hers; None where there is none."""
    return _after(_RECEIPT, request)


def is_hers(request: HttpRequest, sent: Sighting | Survey, kind: ReceiptKind) -> bool:
    """Whether who asks shows that what was sent is hers: its receipt, or its contributor's key."""
    receipt, key = receipt_shown(request), key_shown(request)
    if receipt is not None:
        return number_in(receipt, kind) == sent.pk
    sender = sent.contributor
    return key is not None and sender is not None and sender.key_hash == key_hash(key)


def _after(scheme: str, request: HttpRequest) -> str | None:
    told = request.headers.get("Authorization", "")
    return told.removeprefix(scheme) if told.startswith(scheme) else None
