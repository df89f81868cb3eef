"""Where a page of items ended, as an opaque text in the address of the next."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from mapper.api.problems import BadQueryError

_DIGITS = 18
"""Digits that surely fit a database's whole number."""


def cursor_after(pk: int) -> str:
    """The text that stands for "after the item of this number"."""
    return urlsafe_b64encode(str(pk).encode()).decode().rstrip("=")


def number_in(cursor: str) -> int:
    """The number a cursor stands for; raises `BadQueryError` for one we did not hand out."""
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (Error, ValueError):
        text = ""
    if not text.isdigit() or len(text) > _DIGITS:
        raise BadQueryError("the cursor is not one we handed out")
    return int(text)
