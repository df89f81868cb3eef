"""What is said on a command line, read into what it means."""

import re
from argparse import ArgumentTypeError
from datetime import date

from mapper.geometry import Box


def box(text: str) -> Box:
    """A box in degrees: west,south,east,north."""
    try:
        return Box.parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def day(text: str) -> date:
    """A day such as 2026-01-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day such as 2026-01-31") from None


def year(text: str) -> int:
    """A year such as 2026."""
    if not re.fullmatch(r"[12]\d{3}", text):
        raise ArgumentTypeError(f"“{text}” is no year such as 2026")
    return int(text)
