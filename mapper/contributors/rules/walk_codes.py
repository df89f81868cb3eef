"""Codes handed out at a mapping walk: how they are made, written, typed and kept."""

import secrets

from django.utils.crypto import salted_hmac

# Neither 0 and O, 1 and I and L, U and V: people copy codes by hand, from paper, in the rain.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS = 3
_GROUP_LENGTH = 4


def new_code() -> str:
    """A code nobody can guess: three groups of four letters or digits."""
    groups = (
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS)
    )
    return "-".join(groups)


def code_hash(typed: str) -> str:
    """What is kept of a code, whichever way it is typed: spaces, dashes and case say nothing."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return salted_hmac("mapper.walk-codes", letters, algorithm="sha256").hexdigest()
