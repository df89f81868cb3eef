"""Receipts: words that let whoever sent something, and nobody else, take it back."""

from typing import Literal

from django.core.signing import BadSignature, Signer

ReceiptKind = Literal["sighting", "survey", "takedown"]
"""What a receipt is for; one kind's receipt opens no other's."""


def receipt_for(number: int, kind: ReceiptKind = "sighting") -> str:
    """The receipt of what is stored under `number`; letters, digits, `.`, `-` and `_` alone.

    Always the same for one number, so that what is sent twice is answered the same, and of no
    day, so that it tells nobody when it was given.
    """
    return _signer(kind).sign(str(number))


def number_in(receipt: str, kind: ReceiptKind) -> int | None:
    """The number that a receipt of ours is for; None where it is none of ours, or of this kind."""
    try:
        return int(_signer(kind).unsign(receipt))
    except BadSignature:
        return None


def sighting_id_in(receipt: str) -> int | None:
    """The sighting that a receipt is for; None where it is no receipt of a sighting."""
    return number_in(receipt, "sighting")


def _signer(kind: ReceiptKind) -> Signer:
    return Signer(sep=".", salt=f"mapper.receipt.{kind}")
